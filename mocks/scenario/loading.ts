import { ConfigurationError } from '../configuration-error.ts'
import { didYouMean } from '../nearest.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import type { World } from '../policy/world.ts'
import type { Identified } from '../store/ids.ts'
import type { Birth, Store } from '../store/store.ts'

/** What a scenario is loaded into. */
export interface Loading {
  readonly scenario: string
  readonly store: Store
  readonly world: World
  readonly compiled: CompiledPolicy
}

/** What a new record starts with, a second after the one before. */
export function born({ store }: Loading, type: Identified): Birth {
  store.tick()
  return store.birth(type)
}

/** The record that the scenario names. `at` says where it does, such as `users.lead@acme.test.teams`. */
export function named<T>(
  { scenario, world, compiled }: Loading,
  type: 'role' | 'team' | 'user' | 'project' | 'permission' | 'kind' | 'grant' | 'artifact',
  reference: string,
  record: T | undefined,
  at: string,
): T {
  if (record !== undefined) return record
  const names = {
    role: () => [...world.roles()].map(({ key }) => key),
    team: () => [...world.teams()].map(({ key }) => key),
    user: () => [...world.users()].map(({ email }) => email),
    project: () => [...world.projects()].map(({ key }) => key),
    permission: () => Object.keys(compiled.policy.permissions),
    kind: () => Object.keys(compiled.policy.kinds),
    grant: () => Object.keys(compiled.policy.grants),
    artifact: () => [...world.artifacts()].map((artifact) => artifact.name),
  }
  const hint = didYouMean(reference, names[type]())
  throw new ConfigurationError(
    `Scenario ${scenario}: ${at} names the ${type} "${reference}", which does not exist.${hint}`,
  )
}

/**
 * Throws if the scenario lists something that is there already. `at` says what it is, such as
 * `users.lead@acme.test`.
 */
export function unlisted({ scenario }: Loading, record: object | undefined, at: string): void {
  if (record === undefined) return
  const by =
    'builtIn' in record && record.builtIn === true
      ? 'the policy brings it, so leave it out'
      : 'list it once'
  throw new ConfigurationError(`Scenario ${scenario}: ${at} is there already; ${by}.`)
}
