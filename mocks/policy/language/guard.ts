import type { ProblemCode } from '../../../src/generated/models.ts'
import type { Condition } from './condition.ts'

/**
 * Refuses a call that the rules allow, because of the target's current state, the call's body, or its
 * caller. Guards have no remedies.
 */
export interface Guard {
  rule: string
  /**
   * Operations, or actions of single changes. A guard on an action is checked for each change that
   * asks it, and reads what that change states as `value`.
   */
  on: readonly string[]
  when: Condition
  status: 409 | 410 | 422
  code: ProblemCode
  /**
   * What is wrong and what would be right. Fields such as `{role.key}` are filled in; a field without
   * a value reads `unknown`.
   */
  text: string
}
