import type { Policy } from './policy.ts'

/** How a policy is judged. */
export interface Judge {
  readonly policy: Policy
  /** Whether nobody may hand out a permission that they do not hold there. */
  readonly hardened: boolean
}
