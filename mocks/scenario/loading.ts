import { didYouMean } from '../shared/nearest.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import type { GrantDefinition } from '../policy/language/policy.ts'
import { isHeldIn } from '../policy/world/roles.ts'
import type { RolePlace, World } from '../policy/world/world.ts'
import type { RoleRecord } from '../policy/language/records.ts'
import { quoted } from '../shared/quoted.ts'
import type { Identified } from '../state/ids.ts'
import type { Birth, Store } from '../state/store.ts'
import { wrong } from './wrong.ts'

/** What a scenario is loaded into. */
export interface Loading {
  /** The scenario's name. */
  readonly scenario: string
  readonly store: Store
  readonly world: World
  readonly compiled: CompiledPolicy
  /** Where each record is listed, such as `users[3]`, by its id. */
  readonly origins: Map<string, string>
}

/** What a new record starts with, a second after the one before. `at` is where it is listed. */
export function born({ store, origins }: Loading, type: Identified, at: string): Birth {
  store.tick()
  const birth = store.birth(type)
  origins.set(birth.id, at)
  return birth
}

/** The record that the scenario names. `at` says where it does, such as `users[3].teams.support`. */
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

/** The role that the scenario gives somebody there; one that is held elsewhere is none. */
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
  const why = isElsewhere ? 'is not held here' : 'does not exist'
  const hint = isElsewhere ? '' : didYouMean(key, keys)
  const known = keys.length === 0 ? 'There is none here.' : `There is ${keys.join(', ')}.`
  throw wrong(scenario, at, ` names the role ${quoted(key)}, which ${why}.${hint} ${known}`)
}

/** Throws if no grant of that name is ticked there: it would be kept and give nothing. */
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
  throw wrong(
    loading.scenario,
    at,
    ` names the grant ${quoted(grant)}, which is ticked in ${right}.`,
  )
}

/** Throws if the scenario lists what is there already. `key` is its key or e-mail address. */
export function unlisted(
  { scenario, origins }: Loading,
  record: { readonly id: string; readonly builtIn?: boolean } | undefined,
  at: string,
  key: string,
): void {
  if (record === undefined) return
  throw wrong(scenario, at, `: ${quoted(key)} ${alreadyThere(origins, record)}`)
}

function alreadyThere(
  origins: Loading['origins'],
  { id, builtIn = false }: { readonly id: string; readonly builtIn?: boolean },
): string {
  if (builtIn) return 'is there already: the policy brings it. Leave it out.'
  const before = origins.get(id)
  return `is there already${before === undefined ? '' : `, at ${before}`}. List it once.`
}
