import type { RoleDefinition } from '../policy/policy.ts'
import { inOrganization, inTeam } from '../policy/role-place.ts'
import { born, type Loading, named, unlisted } from './loading.ts'
import type { ScenarioRole, ScenarioTeam, ScenarioUser } from './scenario.ts'
import { lowerCase } from '../lower-case.ts'

export function loadBuiltInRole(loading: Loading, definition: RoleDefinition): void {
  const { store, compiled } = loading
  const { key, name, description, scope, category, permissions, assignable = true } = definition
  const { grants, afterRevocation } = definition
  store.tables.roles.put({
    ...born(loading, 'role'),
    key,
    name,
    ...(description !== undefined && { description }),
    scope,
    ...(category !== undefined && { category }),
    permissions: permissions === '*' ? Object.keys(compiled.policy.permissions) : permissions,
    builtIn: true,
    assignable,
    ...(grants && { grants }),
    ...(afterRevocation && { afterRevocation }),
  })
}

export function loadRole(loading: Loading, role: ScenarioRole): void {
  const { store, compiled } = loading
  const { key, name = key, description, permissions } = role
  const customScope = compiled.policy.customRoles ?? 'team'
  const same = [...store.tables.roles.where('key', key)].find(({ scope }) => scope === customScope)
  unlisted(loading, same, `roles.${key}`)
  const known = compiled.policy.permissions
  for (const permission of permissions) {
    const found = Object.hasOwn(known, permission) ? known[permission] : undefined
    named(loading, 'permission', permission, found, `roles.${key}.permissions`)
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

export function loadTeam(loading: Loading, team: ScenarioTeam, builtIn: boolean): void {
  const { store, world } = loading
  const { key, name = key, defaultRole } = team
  unlisted(loading, world.team(key), `teams.${key}`)
  if (defaultRole !== undefined) {
    named(loading, 'role', defaultRole, world.role(defaultRole, inTeam), `teams.${key}.defaultRole`)
  }
  store.tables.teams.put({
    ...born(loading, 'team'),
    key,
    name,
    ...(defaultRole !== undefined && { defaultRole }),
    builtIn,
  })
}

export function loadUser(loading: Loading, user: ScenarioUser): void {
  const { store, world } = loading
  const { role, teams = {}, type = 'human', status = 'active', grants = {}, paused = false } = user
  const email = lowerCase(user.email)
  const at = `users.${email}`
  unlisted(loading, store.tables.users.byKey(email), at)
  if (role !== undefined)
    named(loading, 'role', role, world.role(role, inOrganization), `${at}.role`)
  for (const [team, held] of Object.entries(teams)) {
    named(loading, 'team', team, world.team(team), `${at}.teams`)
    named(loading, 'role', held, world.role(held, inTeam), `${at}.teams.${team}`)
  }
  store.tables.users.put({
    ...born(loading, 'user'),
    email,
    name: user.name ?? email,
    type,
    status,
    ...(role !== undefined && { role }),
    teams: { ...teams },
    grants: { ...grants },
    paused,
  })
}
