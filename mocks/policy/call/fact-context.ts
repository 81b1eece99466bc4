import type { UserRecord } from '../language/records.ts'
import type { Resources } from '../world/resources.ts'
import type { World } from '../world/world.ts'
import type { Place } from './places.ts'
import type { CallInput } from './references.ts'

/** What the fields of a condition or a text are read from. */
export interface FactContext {
  /** Decides which roots are bound. */
  place: Place
  world: World
  resources: Resources
  /** The body or query of the call, its references by key. */
  input: CallInput | undefined
  /** The value stated for the key, or for the map entry, that the change is about. */
  value?: unknown
  /** The caller; undefined at a first sign-up. */
  actor?: UserRecord | undefined
}
