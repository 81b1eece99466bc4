import type { Call } from '../call/call.ts'
import type { Things } from '../world/things.ts'
import type { EffectChange } from './effects.ts'
import type { Policy } from '../language/policy.ts'
import type { World } from '../world/world.ts'

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
