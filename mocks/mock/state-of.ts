import { ConfigurationError } from '../shared/configuration-error.ts'
import type { Platform } from '../platform/platform.ts'
import type { LiveState } from './live-state.ts'
import type { Mock } from './mock.ts'

const states = new WeakMap<Mock, () => LiveState>()

/** Remembers the state of a mock, for tools that read all of it, as no caller may. */
export const rememberState = (mock: Mock, state: () => LiveState): void => {
  states.set(mock, state)
}

/** The current state of a mock. */
export function stateOf(mock: Mock): LiveState {
  const state = states.get(mock)
  if (state) return state()
  throw new ConfigurationError(
    'The mock must be the object that createMock returned, not a copy of it.',
  )
}

/** The current platform of a mock. */
export const platformOf = (mock: Mock): Platform => stateOf(mock).platform
