import { ConfigurationError } from '../shared/configuration-error.ts'
import type { Mock } from './mock.ts'
import type { Platform } from '../platform/platform.ts'

const platforms = new WeakMap<Mock, () => Platform>()

/** Keeps the way to a mock's platform, for tools that look at the whole of it as no caller may. */
export const rememberPlatform = (mock: Mock, platform: () => Platform): void => {
  platforms.set(mock, platform)
}

/** The mock's platform as it is now. */
export function platformOf(mock: Mock): Platform {
  const platform = platforms.get(mock)
  if (platform) return platform()
  throw new ConfigurationError('It must be a mock as createMock made it, and not a copy of one.')
}
