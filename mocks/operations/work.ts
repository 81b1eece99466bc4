import type { Asked } from './access/asked.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import type { Platform } from '../platform/platform.ts'
import type { Refused } from '../message/refusal.ts'
import type { Input } from '../message/validate.ts'
import type { Call } from '../policy/call/call.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { World } from '../policy/world/world.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { Store } from '../state/store.ts'
import type { Reply } from '../platform/reply.ts'

/** A call whose body or query is valid. */
export interface ValidCall<Id extends OperationId> {
  readonly operation: Id
  readonly call: Call
  readonly input: Input<Id>
}

/** A call that a handler carries out: valid, allowed, and about resources that exist. */
export interface Work<Id extends OperationId> {
  readonly platform: Platform
  readonly store: Store
  readonly world: World
  readonly policy: Policy
  readonly actor: UserRecord
  readonly operation: Id
  /** Path arguments, in order. */
  readonly args: readonly string[]
  readonly input: Input<Id>
}

/** Carries out an operation. It may change the store; it knows no rule. */
export type Handler<Id extends OperationId> = (work: Work<Id>) => Reply | Asked | Refused

/** The handlers of some operations, by their ids. */
export type Handlers<Id extends OperationId> = { readonly [Each in Id]: Handler<Each> }
