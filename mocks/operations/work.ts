import type { OperationId } from '../../src/generated/operations.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import type { Refused } from '../message/refusal.ts'
import type { Input } from '../message/validate.ts'
import type { Call } from '../policy/call/call.ts'
import type { Decision } from '../../src/generated/models.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { World } from '../policy/world/world.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { Store } from '../state/store.ts'
import type { Reply } from '../platform/reply.ts'

/** Answers what another call would now be answered, as a decision that `asker` is told. Keeps nothing of it. */
export type Rehearse = (
  request: CallRequest<OperationId>,
  explain: boolean,
  asker: UserRecord,
) => Decision

/** What an operation may need to know beside its call. */
export interface Circumstances {
  /** Where the request was sent to, as far as is known. */
  readonly origin?: string | undefined
  /**
   * What questions ask by. Undefined in a rehearsal: nobody reads its answer, only what may refuse the
   * call counts there, and questions about questions would multiply.
   */
  readonly rehearse?: Rehearse | undefined
}

/** A call with its body or query, which is valid. */
export interface ValidCall<Id extends OperationId> {
  readonly operation: Id
  readonly call: Call
  readonly input: Input<Id>
}

/** What a handler works on: a call that is valid, allowed, and about resources that exist. */
export interface Work<Id extends OperationId> extends Circumstances {
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

/** Carries out an operation. It changes the store, and knows no rule. */
export type Handler<Id extends OperationId> = (work: Work<Id>) => Reply | Refused

/** Handlers of the operations whose id starts with the resource's name. */
export type Handlers<Id extends OperationId> = { readonly [Each in Id]: Handler<Each> }
