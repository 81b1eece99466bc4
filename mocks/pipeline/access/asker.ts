import type { Platform } from '../../platform/platform.ts'
import type { UserRecord } from '../../policy/language/records.ts'
import type { World } from '../../policy/world/world.ts'

/** The person or enforcement point that asks, and the platform as they see it. */
export interface Asker {
  readonly actor: UserRecord
  readonly platform: Platform
  readonly world: World
}
