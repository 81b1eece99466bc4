import type { Asked } from '../operations/access/asked.ts'
import type { Reply, ResourceReply } from '../platform/reply.ts'
import type { Call } from '../policy/call/call.ts'
import { isMade } from '../policy/call/names.ts'
import { findAs, type Resources } from '../policy/world/resources.ts'
import type { World } from '../policy/world/world.ts'
import { carryOutEffect } from '../state/effects.ts'
import type { Platform } from '../platform/platform.ts'

/** Carries out the policy's effects (obligations) of a call, after the call itself. */
export function applyEffects(
  { compiled, world, store }: Platform,
  call: Call,
  reply: Reply | Asked,
): void {
  const answered = reply.kind === 'resource' ? reply : undefined
  const resources = answered ? withMade(world, call.resources, answered) : call.resources
  for (const effect of compiled.effects(world, call, resources)) {
    carryOutEffect(store, world, effect, answered?.id)
  }
}

/** The resources of the call, with the current version of the one that it made or changed. */
const withMade = (world: World, resources: Resources, { type, id }: ResourceReply): Resources => ({
  ...resources,
  ...(type !== 'organization' && isMade(type) && findAs(world, type, id)),
})
