import type { OperationId } from '../../src/generated/operations.ts'
import type { operations } from '../../src/generated/schema.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import type { Refused } from '../message/refusal.ts'
import type { Answered } from '../log/trace.ts'
import type { Decision } from '../../src/generated/models.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { World } from '../policy/world/world.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { Store } from '../state/store.ts'
import type { Reply } from '../platform/reply.ts'

type RequestBody<Id extends OperationId> = NonNullable<operations[Id]['requestBody']>
type Parameters<Id extends OperationId> = NonNullable<operations[Id]['parameters']['query']>

/** The body or the query of an operation, by the API's document. */
export type Input<Id extends OperationId> = [RequestBody<Id>] extends [never]
  ? Parameters<Id>
  : RequestBody<Id> extends { content: { 'application/json': infer Body } }
    ? Body
    : never

/** What a handler works on: a call that is valid, allowed, and about things that exist. */
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
  /** Where the request was sent to, as far as is known. */
  readonly origin: string | undefined
  /**
   * What another call would now be answered, as a decision that `asker` is told. Undefined in a
   * rehearsal, whose answer nobody reads: only what may refuse the call counts there.
   */
  readonly rehearse:
    | ((request: CallRequest<OperationId>, explain: boolean, asker: UserRecord) => Decision)
    | undefined
  /** Is told what a question is answered, or each of several: for the log. */
  readonly noteAnswer?: ((answered: Answered) => void) | undefined
}

/** Carries out an operation. It changes the store, and knows no rule. */
export type Handler<Id extends OperationId> = (work: Work<Id>) => Reply | Refused

/** Handlers of the operations whose id starts with the resource's name. */
export type Handlers<Id extends OperationId> = { readonly [Each in Id]: Handler<Each> }
