import type { Reply } from '../operations/reply.ts'
import type { EffectChange } from '../policy/index.ts'
import type { Call, Things } from '../policy/call.ts'
import type { World } from '../policy/world.ts'
import type { Store } from '../store/store.ts'
import type { Platform } from './platform.ts'

/** Does what else the policy says that a call does, once the call itself is carried out. */
export function applyEffects({ compiled, world, store }: Platform, call: Call, reply: Reply): void {
  const things = reply.kind === 'thing' ? withMade(world, call.things, reply) : call.things
  for (const effect of compiled.effects(world, call, things)) carryOutEffect(store, world, effect)
}

/** The things that the call is about, with the one that it made or changed as it is now. */
function withMade(
  world: World,
  things: Things,
  { type, id }: { readonly type: string; readonly id: string },
): Things {
  const user = type === 'user' ? world.user(id) : undefined
  const project = type === 'project' ? world.project(id) : undefined
  return { ...things, ...(user && { user }), ...(project && { project }) }
}

/** Makes one change to the store. */
export function carryOutEffect(store: Store, world: World, effect: EffectChange): void {
  if (effect.kind === 'join') {
    const user = world.user(effect.user)
    if (user === undefined) return
    store.tables.users.put({ ...user, teams: { ...user.teams, [effect.team]: effect.role } })
    return
  }
  const team = world.team(effect.team)
  if (team === undefined) return
  store.tables.members.put({
    ...store.birth('member'),
    project: effect.project,
    subject: { type: 'team', id: team.id },
    roles: {},
    rights: [],
    isOwner: effect.isOwner,
    status: 'accepted',
  })
}
