import { baseUrlText, readBaseUrl } from '../../src/core/options/base-url.ts'
import { kindOf } from '../../src/core/base/kind-of.ts'
import { ConfigurationError } from './configuration-error.ts'

/**
 * Reads a base URL, without its trailing slash.
 *
 * @param name - The name of the option in messages.
 * @param right - The right URL, as messages describe it.
 */
export function readBase(value: unknown, name?: string, right: string = baseUrlText): string {
  const base = readBaseUrl(value)
  if (base !== undefined) return base
  throw wrongBase(right, value, name)
}

/** The error of a wrong base URL. It does not quote the URL, which may hold credentials. */
export function wrongBase(right: string, value: unknown, name = 'baseUrl'): ConfigurationError {
  const not = typeof value === 'string' && value !== '' ? '' : `, not ${kindOf(value)}`
  return new ConfigurationError(`${name} must be ${right}${not}.`)
}
