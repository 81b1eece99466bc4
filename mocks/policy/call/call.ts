import type { ProblemCode } from '../../../src/generated/models.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import type { Mention } from '../world/reader.ts'
import type { QuestionProperties } from '../language/question-properties.ts'
import type { Resources } from '../world/resources.ts'
import type { CallInput, Reference } from './references.ts'
import type { UserRecord } from '../language/records.ts'

/** A call of the API before its references are looked up. */
export type UnboundCall = Pick<Call, 'actor' | 'operation' | 'args'>

/** One call of the API, with its references looked up. */
export interface Call {
  actor: UserRecord
  operation: OperationId
  /** Path arguments, then the body or the query, as `client.call(operation, ...args)` takes them. */
  args: readonly unknown[]
  resources: Resources
  /** The body or the query, if there is one. */
  input: CallInput | undefined
  /** The same with references by key and people by address, which is what conditions compare. */
  stated: CallInput | undefined
  /** Whether the arguments are open: the question is about all that there can be. */
  open?: true
  /** The properties that a question about the call states. A call itself states none. */
  properties?: QuestionProperties
  /** The artifact kind that the call is about. */
  kind?: string
  /** The named action to run on the artifact. */
  run?: string
  /** Path arguments that name nothing. */
  missing: readonly { name: string; reference: string }[]
  /** References in the body. */
  references: readonly Reference[]
  /** Those of them that name nothing, or something hidden from the caller. */
  unresolved: readonly Reference[]
}

/** The refusal of a call by a guard or an invariant, and not by a rule. */
export interface Refusal {
  rule: string
  status: 409 | 410 | 422
  code: ProblemCode
  text: string
  /** What the text mentions; left out if that can't be named. */
  about?: readonly Mention[]
}
