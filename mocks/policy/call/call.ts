import type { ProblemCode } from '../../../src/generated/models.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import type { Mention } from '../world/reader.ts'
import type { Resources } from '../world/resources.ts'
import type { Reference } from './references.ts'
import type { UserRecord } from '../language/records.ts'

/** One call of the API by somebody, with its references looked up. */
export interface Call {
  actor: UserRecord
  operation: OperationId
  /** Path arguments, then the body or the query, as `client.call(operation, ...args)` takes them. */
  args: readonly unknown[]
  resources: Resources
  /** The body or the query, when there is one. */
  input: Readonly<Record<string, unknown>> | undefined
  /** The same with its references by key, and people by address: what conditions compare. */
  stated: Readonly<Record<string, unknown>> | undefined
  /** Asked without its arguments: whatever they may be. */
  open?: true
  /** The artifact kind that the call is about. */
  kind?: string
  /** The artifact's named action. */
  run?: string
  /** Path arguments that name nothing. */
  missing: readonly { name: string; reference: string }[]
  /** References in the body that name nothing, or something hidden. */
  unresolved: readonly Reference[]
}

/** Why something other than a rule refuses a call: a guard or an invariant. */
export interface Refusal {
  rule: string
  status: 409 | 410 | 422
  code: ProblemCode
  text: string
  /** What it speaks of; left out where that can't be named. */
  about?: readonly Mention[]
}
