import type { ProblemCode } from '../../../src/generated/models.ts'

/** What an invariant counts. */
export type Counted =
  /** Active people who hold the permission there; service accounts don’t count. */
  | { holding: string; in: 'organization' | { team: string } }
  /** Users with the organization role, by its key. */
  | { role: string }
  /** Active and invited users. */
  | { every: 'user' }
  | { every: 'project' }

/** A bound on a count. Refuses a call after which the count is out of bounds by more than before. */
export interface Invariant {
  rule: string
  count: Counted
  atLeast?: number
  /** A number, or the plan's seats; a plan without seats sets no bound. */
  atMost?: number | { field: 'organization.plan.seats' }
  status: 409
  code: ProblemCode
  /** What is wrong and what would be right. Fields such as `{organization.plan.seats}` are filled in. */
  text: string
}
