import type { Reply } from '../operations/reply.ts'
import type { EffectChange } from '../policy/index.ts'
import type { Call, Things } from '../policy/call.ts'
import { inOrganization, inTeam } from '../policy/role-place.ts'
import type { World } from '../policy/world.ts'
import type { Store } from '../store/store.ts'
import type { Platform } from './platform.ts'

/** Does what else the policy says that a call does, once the call itself is carried out. */
export function applyEffects({ compiled, world, store }: Platform, call: Call, reply: Reply): void {
  const answered = reply.kind === 'thing' ? reply : undefined
  const things = answered ? withMade(world, call.things, answered) : call.things
  for (const effect of compiled.effects(world, call, things)) {
    carryOutEffect(store, world, effect, answered?.id)
  }
}

/** The things that the call is about, with the one that it made or changed as it is now. */
function withMade(
  world: World,
  things: Things,
  { type, id }: { readonly type: string; readonly id: string },
): Things {
  const user = type === 'user' ? world.user(id) : undefined
  const project = type === 'project' ? world.project(id) : undefined
  const team = type === 'team' ? world.team(id) : undefined
  const invitation = type === 'invitation' ? world.invitation(id) : undefined
  const token = type === 'token' ? world.token(id) : undefined
  return {
    ...things,
    ...(user && { user }),
    ...(project && { project }),
    ...(team && { team }),
    ...(invitation && { invitation }),
    ...(token && { token }),
  }
}

/** Makes one change to the store. What names something that is not there does nothing, and what the call answers stays. */
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

/** Where entries are filed, by whose they are. */
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
