import type { Reply, ResourceReply } from '../platform/reply.ts'
import type { Call } from '../policy/call/call.ts'
import { isMade } from '../policy/call/bound.ts'
import { findAs, type Resources } from '../policy/world/resources.ts'
import type { World } from '../policy/world/world.ts'
import { carryOutEffect } from '../state/effects.ts'
import type { Platform } from '../platform/platform.ts'

/** Does what else the policy says that a call does, once the call itself is carried out. */
export function applyEffects({ compiled, world, store }: Platform, call: Call, reply: Reply): void {
  const answered = reply.kind === 'resource' ? reply : undefined
  const resources = answered ? withMade(world, call.resources, answered) : call.resources
  for (const effect of compiled.effects(world, call, resources)) {
    carryOutEffect(store, world, effect, answered?.id)
  }
}

/** The resources that the call is about, with the one that it made or changed as it is now. */
const withMade = (world: World, resources: Resources, { type, id }: ResourceReply): Resources => ({
  ...resources,
  ...(type !== 'organization' && isMade(type) && findAs(world, type, id)),
})
