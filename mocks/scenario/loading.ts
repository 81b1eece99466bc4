import { didYouMean } from '../shared/nearest.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import type { GrantDefinition } from '../policy/language/policy.ts'
import { isHeldIn } from '../policy/world/roles.ts'
import type { RolePlace, World } from '../policy/world/world.ts'
import type { RoleRecord } from '../policy/language/records.ts'
import { quoted } from '../shared/quoted.ts'
import type { Identified } from '../state/ids.ts'
import type { Birth, Store } from '../state/store.ts'
import type { Scenario, ScenarioUser } from '../policies/scenario.ts'
import { Origins } from './origins.ts'
import { Shared } from './shared.ts'
import { wrong } from './wrong.ts'

/** A scenario on its way into a store. */
export interface Loading {
  /** The scenario's name. */
  readonly scenario: string
  readonly store: Store
  readonly world: World
  readonly compiled: CompiledPolicy
  readonly origins: Origins
  /** The teams and grants of users that are equal. */
  readonly teams: Shared<NonNullable<ScenarioUser['teams']>>
  readonly grants: Shared<NonNullable<ScenarioUser['grants']>>
}

/** The start of loading a scenario. */
export const loadingOf = (
  { name: scenario }: Scenario,
  store: Store,
  world: World,
  compiled: CompiledPolicy,
): Loading => ({
  scenario,
  store,
  world,
  compiled,
  origins: new Origins(),
  teams: new Shared(),
  grants: new Shared(),
})

/** The id and time of a new record, a second after the one before. */
export function born({ store, origins }: Loading, type: Identified): Birth {
  store.clock.tick()
  const birth = store.birth(type)
  origins.note(birth.sequence)
  return birth
}

/** The record that the scenario names at a place, such as `users[3].teams.support`. Throws if there is none. */
export function named<T>(
  { scenario, world, compiled }: Loading,
  type: 'team' | 'user' | 'project' | 'permission' | 'kind' | 'grant' | 'artifact',
  reference: string,
  record: T | undefined,
  at: string,
): T {
  if (record !== undefined) return record
  const names = {
    team: () => [...world.teams()].map(({ key }) => key),
    user: () => [...world.users()].map(({ email }) => email),
    project: () => [...world.projects()].map(({ key }) => key),
    permission: () => Object.keys(compiled.policy.permissions),
    kind: () => Object.keys(compiled.policy.kinds),
    grant: () => Object.keys(compiled.policy.grants),
    artifact: () => [...world.artifacts()].map((artifact) => artifact.name),
  }
  const hint = didYouMean(reference, names[type]())
  const what = ` names the ${type} ${quoted(reference)}, which does not exist.${hint}`
  throw wrong(scenario, at, what)
}

/** The role that the scenario gives in a place. Throws for a role that is held elsewhere. */
export function roleHeld(
  { scenario, world }: Loading,
  key: string,
  place: RolePlace,
  at: string,
): RoleRecord {
  const record = world.role(key, place)
  if (record !== undefined) return record
  const keys = [...world.roles()].filter((role) => isHeldIn(role, place)).map((role) => role.key)
  const isElsewhere = world.role(key) !== undefined
  const why = isElsewhere ? 'is held elsewhere' : 'does not exist'
  const hint = isElsewhere ? '' : didYouMean(key, keys)
  const known = keys.length === 0 ? 'No role is held here.' : `Known are ${keys.join(', ')}.`
  throw wrong(scenario, at, ` names the role ${quoted(key)}, which ${why}.${hint} ${known}`)
}

/** Throws if the grant does not belong there: it would be stored and give nothing. */
export function grantIn(
  loading: Loading,
  place: GrantDefinition['in'][number],
  grant: string,
  at: string,
): void {
  const { policy } = loading.compiled
  const definition = Object.hasOwn(policy.grants, grant) ? policy.grants[grant] : undefined
  if (named(loading, 'grant', grant, definition, at).in.includes(place)) return
  const right = place === 'project' ? 'users[].grants' : 'members[].grants'
  throw wrong(loading.scenario, at, ` names the grant ${quoted(grant)}, which belongs in ${right}.`)
}

/** Throws if the record exists already. `key` is its key or e-mail address. */
export function unlisted(
  { scenario, origins }: Loading,
  record: { readonly sequence: number; readonly builtIn?: boolean } | undefined,
  at: string,
  key: string,
): void {
  if (record === undefined) return
  throw wrong(scenario, at, `: ${quoted(key)} ${alreadyThere(origins, record)}`)
}

function alreadyThere(
  origins: Loading['origins'],
  { sequence, builtIn = false }: { readonly sequence: number; readonly builtIn?: boolean },
): string {
  if (builtIn) return 'exists already: the policy brings it. Leave it out.'
  const before = origins.of(sequence)
  return `exists already${before === undefined ? '' : `, at ${before}`}. List it once.`
}
