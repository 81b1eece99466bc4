import type { Policy, RoleDefinition } from '../policy/language/policy.ts'
import type { RoleRecord, UserRecord } from '../policy/language/records.ts'
import type { Birth } from '../state/store.ts'
import { inOrganization, inTeam } from '../policy/world/roles.ts'
import { knownElsewhere } from './known-elsewhere.ts'
import { born, grantIn, type Loading, named, roleHeld, unlisted } from './loading.ts'
import { stepsInto } from '../shared/json-pointer.ts'
import { wrong } from './wrong.ts'
import type { ScenarioRole, ScenarioTeam, ScenarioUser } from '../policies/scenario.ts'
import { nameFrom } from '../state/people.ts'
import { lowerCase } from '../shared/lower-case.ts'

/** Loads a role of the policy. */
export function loadBuiltInRole(loading: Loading, definition: RoleDefinition): void {
  const { store, compiled } = loading
  store.tables.roles.put({
    ...born(loading, 'role'),
    ...builtInRole(compiled.policy, definition),
  })
}

/** The record of a role that a policy brings. */
export function builtInRole(
  policy: Pick<Policy, 'permissions'>,
  definition: RoleDefinition,
): Omit<RoleRecord, keyof Birth> {
  const { key, name, description, scope, category, permissions, assignable = true } = definition
  const { grants, afterRevocation } = definition
  return {
    key,
    name,
    ...(description !== undefined && { description }),
    scope,
    ...(category !== undefined && { category }),
    permissions: permissions === '*' ? Object.keys(policy.permissions) : permissions,
    builtIn: true,
    assignable,
    ...(grants && { grants }),
    ...(afterRevocation && { afterRevocation }),
  }
}

/** Loads a role. `at` is its place, as in every loader: `roles[0]`. */
export function loadRole(loading: Loading, role: ScenarioRole, at: string): void {
  const { store, compiled } = loading
  const { key, name = key, description, permissions } = role
  const { customRoles: customScope, name: policy } = compiled.policy
  if (customScope === undefined) {
    const text = `: Policy ${policy} allows no custom roles (customRoles). Leave it out.`
    throw wrong(loading.scenario, at, text)
  }
  const same = [...store.tables.roles.where('key', key)].find(({ scope }) => scope === customScope)
  unlisted(loading, same, `${at}.key`, key)
  const known = compiled.policy.permissions
  for (const [index, permission] of permissions.entries()) {
    const found = Object.hasOwn(known, permission) ? known[permission] : undefined
    named(loading, 'permission', permission, found, `${at}.permissions[${index}]`)
  }
  store.tables.roles.put({
    ...born(loading, 'role'),
    key,
    name,
    ...(description !== undefined && { description }),
    scope: customScope,
    permissions,
    builtIn: false,
    assignable: true,
  })
}

export function loadTeam(loading: Loading, team: ScenarioTeam, at: string, builtIn: boolean): void {
  const { store, world } = loading
  const { key, name = key, defaultRole } = team
  unlisted(loading, world.team(key), `${at}.key`, key)
  if (defaultRole !== undefined) roleHeld(loading, defaultRole, inTeam, `${at}.defaultRole`)
  const known = knownElsewhere(loading, 'team', team, at)
  store.tables.teams.put({
    ...born(loading, 'team'),
    ...known,
    key,
    name,
    ...(defaultRole !== undefined && { defaultRole }),
    builtIn,
  })
}

const none: Readonly<Record<string, never>> = Object.freeze({})

export function loadUser(loading: Loading, user: ScenarioUser, at: string): void {
  const { store, world } = loading
  const { role, type = 'human', status = 'active', paused = false } = user
  const teams = loading.teams.of(user.teams ?? none)
  const grants = loading.grants.of(user.grants ?? none)
  const email = lowerCase(user.email)
  unlisted(loading, store.tables.users.byKey(email), `${at}.email`, email)
  if (role !== undefined) roleHeld(loading, role, inOrganization, `${at}.role`)
  for (const [team, held] of Object.entries(teams)) {
    // The place is for a fault alone: working it out takes longer than loading the user.
    if (world.team(team) && world.role(held, inTeam)) continue
    const place = `${at}${stepsInto('teams', team)}`
    named(loading, 'team', team, world.team(team), place)
    roleHeld(loading, held, inTeam, place)
  }
  for (const grant of Object.keys(grants)) {
    grantIn(loading, 'organization', grant, `${at}${stepsInto('grants', grant)}`)
  }
  const known = isKnownElsewhere(user) ? knownElsewhere(loading, 'user', user, at) : undefined
  const { id, sequence, createdAt } = born(loading, 'user')
  const name = user.name ?? nameFrom(email)
  // Plain literals: an object that parts are spread into takes half as much memory again.
  const record: UserRecord =
    role === undefined
      ? { id, sequence, createdAt, email, name, type, status, teams, grants, paused }
      : { id, sequence, createdAt, email, name, type, status, role, teams, grants, paused }
  store.tables.users.put(known === undefined ? record : { ...record, ...known })
}

const isKnownElsewhere = ({ externalId, properties }: ScenarioUser): boolean =>
  externalId !== undefined || properties !== undefined
