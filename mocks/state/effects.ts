import type { EffectChange } from '../policy/index.ts'
import { inOrganization, inTeam } from '../policy/world/roles.ts'
import type { World } from '../policy/world/world.ts'
import type { Store } from './store.ts'

/** Makes one change to the store. Does nothing if it names a missing resource. Keeps the resource that the call answers. */
export function carryOutEffect(
  store: Store,
  world: World,
  effect: EffectChange,
  answered?: string,
): void {
  const { users, projects, members, tokens } = store.tables
  switch (effect.kind) {
    case 'join': {
      const user = world.user(effect.user)
      const team = world.team(effect.team)
      const role = world.role(effect.role, inTeam)
      if (user && team && role) {
        users.put({ ...user, teams: { ...user.teams, [team.key]: role.key } })
      }
      return
    }
    case 'role': {
      const user = world.user(effect.user)
      const role = world.role(effect.role, inOrganization)
      if (user && role) users.put({ ...user, role: role.key })
      return
    }
    case 'owner': {
      const project = world.project(effect.project)
      if (project) projects.put({ ...project, owner: effect.user })
      return
    }
    case 'clear_grants':
      return clearGrants(store, effect)
    case 'entry':
      return addOwnersEntry(store, world, effect)
    case 'remove_entries':
      for (const { id } of [...members.where(indexes[effect.of], effect.key)]) {
        if (id !== answered) members.delete(id)
      }
      return
    case 'revoke_tokens':
      for (const token of [...tokens]) {
        if (token.id === effect.except || token.revokedAt !== undefined) continue
        tokens.put({ ...token, revokedAt: store.now })
      }
  }
}

/** The index of entries for each owner. */
const indexes = { project: 'project', user: 'subject' } as const

function clearGrants(
  { tables: { users, members } }: Store,
  { of, id }: Extract<EffectChange, { kind: 'clear_grants' }>,
): void {
  if (of === 'user') {
    const user = users.get(id)
    if (user === undefined) return
    const { revoked: _, ...rest } = user
    users.put({ ...rest, grants: {} })
    return
  }
  const entry = members.get(id)
  if (entry === undefined) return
  const { grants: _, ...rest } = entry
  members.put(rest)
}

function addOwnersEntry(
  store: Store,
  world: World,
  { project, team: key, isOwner }: Extract<EffectChange, { kind: 'entry' }>,
): void {
  const team = world.team(key)
  if (team === undefined) return
  store.tables.members.put({
    ...store.birth('member'),
    project,
    subject: { type: 'team', id: team.id },
    roles: {},
    rights: [],
    isOwner,
    status: 'accepted',
  })
}
