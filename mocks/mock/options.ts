import type { PolicyName } from '../../src/generated/policies.ts'
import type { FaultPlan } from '../faults/plan.ts'
import type { Explanations } from '../platform/platform.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { Scenario } from '../policies/scenario.ts'
import type { Pace } from '../state/pace.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'

/** A deployment's settings for the first sign-up of its users. */
export interface AuthOptions {
  /** E-mail addresses of users who become administrators when they first sign up. Default: the scenario's. */
  admins?: readonly string[]
  /** The key of the role that a new user gets. Default: the policy's. */
  defaultRole?: string
  /** The key of the team that a new user joins. Default: the policy's. */
  defaultTeam?: string
}

/** Options of {@link createMock}. */
export interface MockOptions<P extends PolicyName | Policy = PolicyName | Policy> {
  /**
   * The policy to enforce: the name of one that comes with the package, or your own, in which
   * `checkPolicy` must find no error. Default: `adaptive`.
   */
  policy?: P
  /**
   * The state at the start: `acme`, `empty` (one administrator), your own, or a function that makes it for
   * the policy, such as `crowd({ users: 1000 })`. Default: `acme`; `empty` for a policy of your own.
   */
  scenario?: string | Scenario | ((policy: Policy) => Scenario)
  /** The same seed and calls give the same ids, tokens, times and order. Default: `rolecall`. */
  seed?: string | number
  /** The deployment's settings for the first sign-up. */
  auth?: AuthOptions
  /**
   * Prevents privilege escalation: nobody may hand out a permission that they do not hold in the same
   * place, be it directly or through a team, an ownership, a default or an effect. Default: false.
   */
  hardened?: boolean
  /**
   * How much of a decision the mock tells users who may not list users: `all`, `missing` (all but the
   * remedies) or `nothing`. Default: `all`.
   */
  explain?: Explanations
  /**
   * The base URL below which the rules are published, such as `https://platform.example/rules/`. Each
   * decision then has the address of its rule, as `ruleUrl`: `https://platform.example/rules/adaptive#ad-04`.
   * Default: none; on a port, the server's own pages.
   */
  docs?: string | URL
  /**
   * Which calls are slow or fail on purpose. A reset starts the plan from its beginning, whatever
   * `mock.faults` was set to since. Default: none.
   */
  faults?: FaultPlan
  /**
   * The snapshot to start from, in place of a scenario. It brings scenario, seed and settings with it, and
   * the policy: where you name one too, it must be the same.
   */
  snapshot?: Snapshot
  /**
   * What moves the clock at the start and after a reset: each `change`, by a second; `real` time, from
   * 2026-01-05T09:00:00Z on when the mock is made; or nothing, when it is `frozen`. `mock.clock` changes
   * it later. Default: `change`, or the pace of the snapshot.
   */
  clock?: Pace
  /** The most calls that `mock.history` holds, and `mock.undo()` takes back. Default: 1000. */
  history?: number
}
