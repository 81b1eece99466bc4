import type { Call } from '../call/call.ts'
import type { Resources } from '../world/resources.ts'
import type { EffectChange } from './effects.ts'
import type { Policy } from '../language/policy.ts'
import type { World } from '../world/world.ts'

/** Permissions that a call gives to somebody in one place. */
export interface HandOut {
  in: 'organization' | 'team' | 'project'
  permissions: ReadonlySet<string>
  resources: Resources
}

/** A call that may hand out permissions. */
export interface Giving {
  policy: Policy
  world: World
  call: Call
  /** The further changes that the call brings about. */
  effects: readonly EffectChange[]
}

export const handOut = (
  place: HandOut['in'],
  permissions: Iterable<string>,
  resources: Resources,
): HandOut => ({ in: place, permissions: new Set(permissions), resources })
