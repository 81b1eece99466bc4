import type { Call } from './call.ts'
import type { Things } from './thing.ts'
import type { EffectChange } from './effects.ts'
import type { Policy } from './policy.ts'
import type { World } from './world.ts'

/** Permissions that a call gives to somebody, and where. */
export interface HandOut {
  in: 'organization' | 'team' | 'project'
  permissions: ReadonlySet<string>
  things: Things
}

/** A call that may hand something out. */
export interface Giving {
  policy: Policy
  world: World
  call: Call
  /** What else the policy says that the call does. */
  effects: readonly EffectChange[]
}

export const handOut = (
  place: HandOut['in'],
  permissions: Iterable<string>,
  things: Things,
): HandOut => ({ in: place, permissions: new Set(permissions), things })
