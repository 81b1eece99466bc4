import type { PolicyName } from '../../src/generated/policies.ts'
import type { Explanations } from '../platform/platform.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { Scenario } from '../policies/scenario.ts'

/** What a deployment sets for the first sign-up of its users. */
export interface AuthOptions {
  /**
   * E-mail addresses of those who join as administrators when they first sign up.
   * Default: those of the scenario.
   */
  admins?: readonly string[]
  /** Key of the role that whoever signs up gets. Default: the policy's. */
  defaultRole?: string
  /** Key of the team that whoever signs up joins. Default: the policy's. */
  defaultTeam?: string
}

/** How a mock is made. */
export interface MockOptions<P extends PolicyName | Policy = PolicyName | Policy> {
  /**
   * The policy that is enforced: one of the package's by its name, or your own. Yours is refused where
   * `checkPolicy` finds an error. Default `adaptive`.
   */
  policy?: P
  /** What there is at the start: a scenario by its name, or your own. Default `acme`. */
  scenario?: string | Scenario
  /** The same seed and calls give the same ids, times and order. Default `rolecall`. */
  seed?: string | number
  /** The deployment's settings for the first sign-up. */
  auth?: AuthOptions
  /**
   * Whether nobody may hand out a permission that they do not hold there, directly or by way of a team,
   * an ownership, a default or an effect (no privilege escalation). Default false.
   */
  hardened?: boolean
  /**
   * How much of a decision users are told who may not list users: `all`, `missing` (all but the calls
   * that would help) or `nothing`. Default `all`.
   */
  explain?: Explanations
}
