import type { RolePlace } from '../../policy/world/roles.ts'

/** A role that a policy names, and where it would be held. */
export interface NamedRole {
  readonly at: string
  readonly name: string
  /** What it is for, as a sentence begins: `The default role`. */
  readonly as: string
  /** Any of these will do; empty where it may be held anywhere. */
  readonly places: readonly RolePlace[]
  /** Whether a call gives it to somebody who names none. */
  readonly isGiven?: boolean
  /** What else would be right. */
  readonly otherwise?: string
}
