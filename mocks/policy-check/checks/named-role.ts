import type { RolePlace } from '../../policy/world/roles.ts'

/** The name of a role in a policy, and where the role must be held. */
export interface NamedRole {
  readonly at: string
  readonly name: string
  /** Its purpose, as the subject of a sentence: `The default role`. */
  readonly as: string
  /** Any of these will do; empty for anywhere. */
  readonly places: readonly RolePlace[]
  /** Whether calls assign it by default. */
  readonly isGiven?: boolean
  /** A second way to fix it. */
  readonly otherwise?: string
}
