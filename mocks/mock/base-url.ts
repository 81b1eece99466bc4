import { baseUrlText, readBaseUrl } from '../../src/core/options/base-url.ts'
import { kindOf } from '../../src/core/base/kind-of.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { isControl } from './control.ts'
import { route } from '../pipeline/router.ts'

/** Reads the address that the API's paths follow, without a slash at its end. */
export function readBase(value: unknown): string {
  const base = readBaseUrl(value)
  if (base !== undefined) return base
  throw wrongBase(baseUrlText, value)
}

/** The complaint about a wrong one. It does not show it: there may be credentials in it. */
export function wrongBase(right: string, value: unknown): ConfigurationError {
  const is = typeof value === 'string' && value !== '' ? '' : `; it is ${kindOf(value)}`
  return new ConfigurationError(`baseUrl must be ${right}${is}.`)
}

/** Whether the mock answers a path: one of the API's, or one that asks something of the mock itself. */
export const isMocked = (method: string, path: string): boolean =>
  route(method, path) !== undefined || isControl(path)

/** The part of a path that follows the prefix, with its slash; undefined if the path is not below it. */
export function pathBelow(prefix: string, path: string): string | undefined {
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined
}

/** Divides a path into a prefix, which may be any or none, and what the mock answers. */
export function splitPrefix(method: string, path: string): { prefix: string; path: string } {
  for (let at = 0; at !== -1; at = path.indexOf('/', at + 1)) {
    const rest = path.slice(at)
    if (isMocked(method, rest)) return { prefix: path.slice(0, at), path: rest }
  }
  return { prefix: '', path }
}
