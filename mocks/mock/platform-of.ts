import { ConfigurationError } from '../shared/configuration-error.ts'
import type { Mock } from './mock.ts'
import type { Platform } from '../platform/platform.ts'

const platforms = new WeakMap<Mock, () => Platform>()

/** Remembers the platform of a mock, for tools that read all of it, as no caller may. */
export const rememberPlatform = (mock: Mock, platform: () => Platform): void => {
  platforms.set(mock, platform)
}

/** The current platform of a mock. */
export function platformOf(mock: Mock): Platform {
  const platform = platforms.get(mock)
  if (platform) return platform()
  throw new ConfigurationError(
    'The mock must be the object that createMock returned, not a copy of it.',
  )
}
