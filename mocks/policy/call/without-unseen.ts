import type { Call } from './call.ts'
import { perState } from '../world/per-state.ts'
import type { Policy } from '../language/policy.ts'
import { rolePlaceOf, type Reference } from './references.ts'
import { seenWorld } from '../world/seen-world.ts'
import type { World } from '../world/world.ts'

/** A resource that a call names and its caller may not see. */
export interface HiddenReference {
  readonly type: 'role' | 'user' | 'team' | 'project'
  readonly id: string
}

/** Looks the reference up without regard to visibility. */
const recordOf = (policy: Policy, world: World, named: Reference): HiddenReference | undefined => {
  const { type, reference } = named
  if (type === 'permission' || type === 'kind' || type === 'grant') return undefined
  const record =
    type === 'role' ? world.role(reference, rolePlaceOf(policy, named)) : world[type](reference)
  return record && { type, id: record.id }
}

/** The existing resources that the call names and its caller may not see. */
export const hiddenReferences = (
  policy: Policy,
  world: World,
  { unresolved }: Call,
): readonly HiddenReference[] => unresolved.flatMap((named) => recordOf(policy, world, named) ?? [])

const kept = perState(() => new Map<string, World>())

/**
 * The world without the hidden resources that the call names, so that decisions are the same whether a
 * hidden resource exists or not.
 */
export const withoutUnseen = (policy: Policy, world: World, call: Call): World => {
  if (call.unresolved.length === 0) return world
  const ids = new Set(hiddenReferences(policy, world, call).map(({ id }) => id))
  if (ids.size === 0) return world
  const key = [...ids].join()
  const worlds = kept(world)
  const state = {}
  const known =
    worlds.get(key) ??
    seenWorld(
      world,
      () => state,
      (_, { id }) => ids.has(id),
    )
  worlds.set(key, known)
  return known
}
