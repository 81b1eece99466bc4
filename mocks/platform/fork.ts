import type { RequestListeners } from '../log/request-listeners.ts'
import { Overrides } from './overrides.ts'
import type { Platform } from './platform.ts'
import { worldOf } from '../state/world.ts'

/** The platform of a state, which always has overrides, if none is set. */
export interface LivePlatform extends Platform {
  readonly overrides: Overrides
}

/** A platform that shares nothing with the other, in the same state. Copies on write. */
export function forkOf(platform: Platform, listeners?: RequestListeners): LivePlatform {
  const { log, overrides = new Overrides() } = platform
  const store = platform.store.fork()
  return {
    ...platform,
    store,
    world: worldOf(store),
    log: log.fork(listeners),
    overrides: overrides.copy(),
  }
}
