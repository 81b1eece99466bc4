import type { Policy } from '../../policy/language/policy.ts'
import { checkOptions, checkValue, isText } from '../../shared/check-options.ts'
import { randomBy } from '../../shared/random.ts'
import { peopleOf } from './people.ts'
import { workOf } from './work.ts'
import { startOf } from '../../policies/empty.ts'
import type { Scenario } from '../../policies/scenario.ts'
import { acmeOf } from '../../policies/scenarios.ts'

/** The size of a crowd. */
export interface CrowdOptions {
  /** The number of users beside the administrator. Default: 100. */
  readonly users?: number
  /** The number of teams, where the policy has roles in teams. Default: 10. */
  readonly teams?: number
  /** The number of projects. Default: 20. */
  readonly projects?: number
  /** The same seed makes the same people. Default: `crowd`. */
  readonly seed?: string | number
}

/**
 * Makes a scenario of any size for any policy: people with names, spread over roles, teams and projects,
 * and the administrator `admin@acme.test`, the most powerful. Few people hold powerful roles, and most of
 * them the weaker ones. What a policy does not have is left out, such as teams.
 *
 * @param options - How many users, teams and projects. Default: 100, 10 and 20.
 * @returns A function that makes the scenario for a policy: give it to `createMock` as `scenario`.
 * @throws {@link ConfigurationError} if an option is wrong. The message names it.
 * @example
 * const mock = createMock({ policy: 'bigml', scenario: crowd({ users: 1000, projects: 50 }) })
 * console.log(mock.users().length) // 1001
 */
export function crowd(options: CrowdOptions = {}): (policy: Policy) => Scenario {
  const names = ['users', 'teams', 'projects', 'seed'] as const
  checkOptions("crowd's options", options, names, '{ users: 1000, teams: 20 }')
  const { users = 100, teams = 10, projects = 20, seed = 'crowd' } = options
  for (const [name, count] of Object.entries({ users, teams, projects })) {
    checkValue(name, count, isCount, 'a whole number from 0 to 10,000,000')
  }
  const isSeed = (value: unknown) => isText(value) || Number.isFinite(value)
  checkValue('seed', seed, isSeed, 'text or a number')
  return (policy) => crowdOf(policy, { users, teams, projects, seed: String(seed) })
}

const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10_000_000

/** The size of a crowd, with nothing left open. */
interface CrowdSize {
  readonly users: number
  readonly teams: number
  readonly projects: number
  readonly seed: string
}

function crowdOf(policy: Policy, size: CrowdSize): Scenario {
  const { admin, organization, ...start } = startOf(policy, acmeOf(policy))
  const random = randomBy(size.seed)
  const people = peopleOf(policy, admin, size, random)
  const { plan } = organization
  // Members take seats, and so do those who are invited later.
  const seats = plan.seats === undefined ? {} : { seats: Math.ceil(size.users * 1.1) + 10 }
  return {
    name: 'crowd',
    description: `Acme, with ${size.users + 1} users.`,
    organization: { ...organization, plan: { ...plan, ...seats } },
    ...start,
    ...people.scenario,
    ...workOf(policy, people, size.projects, random),
  }
}
