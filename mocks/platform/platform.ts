import type { OperationId } from '../../src/generated/operations.ts'
import type { CoverageRecorder } from '../coverage/recorder.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import type { World } from '../policy/world/world.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { Persona } from '../policies/scenario.ts'
import type { Store } from '../state/store.ts'
import type { Log } from '../log/log.ts'
import type { Overrides } from './overrides.ts'

/** How much of a decision the mock tells users who may not list users: all, all but the remedies, or nothing. */
export type Explanations = 'all' | 'missing' | 'nothing'

/** A running platform: everything that a call may read or change. */
export interface Platform {
  readonly store: Store
  readonly world: World
  readonly compiled: CompiledPolicy
  readonly log: Log
  readonly personas: readonly Persona[]
  readonly explanations: Explanations
  /** The base URL of the pages of the rules. Left out if they are published nowhere. */
  readonly docs?: string
  /** Records what is seen of the policy. Left out where nobody asks for it. */
  readonly coverage?: CoverageRecorder
  readonly overrides?: Overrides
}

/** An operation, with its arguments as `client.call(operation, ...args)` takes them. */
export type Invocation = Pick<CallRequest<OperationId>, 'operation' | 'args'>

/** A caller, an operation and its arguments, in the order of `client.call(operation, ...args)`. */
export interface CallRequest<Operation extends string> {
  readonly actor: UserRecord
  readonly operation: Operation
  readonly args: readonly unknown[]
  /** The `If-Match` header. */
  readonly ifMatch?: string
  /** Whether a fault makes the header count as stale. */
  readonly isStale?: boolean
}
