import type { UserRecord } from '../language/records.ts'
import type { Resources } from '../world/resources.ts'
import type { World } from '../world/world.ts'
import type { Place } from './bound.ts'

/** What a condition or a text may speak of, in the place where it stands. */
export interface FactContext {
  /** Which of it is bound. */
  place: Place
  world: World
  resources: Resources
  /** The body or query of the call, its references by key. */
  input: Readonly<Record<string, unknown>> | undefined
  /** What the call states for what the change at hand is about. */
  value?: unknown
  /** Whoever calls; nobody at a first sign-up. */
  actor?: UserRecord | undefined
}
