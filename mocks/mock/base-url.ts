import { baseUrlText, readBaseUrl } from '../../src/core/options/base-url.ts'
import { kindOf } from '../../src/core/base/kind-of.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { isAnswered } from '../control/find-route.ts'
import { route } from '../pipeline/router.ts'

/** Reads a base URL, without its trailing slash. */
export function readBase(value: unknown): string {
  const base = readBaseUrl(value)
  if (base !== undefined) return base
  throw wrongBase(baseUrlText, value)
}

/** The error of a wrong base URL. It does not quote the URL, which may hold credentials. */
export function wrongBase(right: string, value: unknown): ConfigurationError {
  const not = typeof value === 'string' && value !== '' ? '' : `, not ${kindOf(value)}`
  return new ConfigurationError(`baseUrl must be ${right}${not}.`)
}

/** Whether the mock answers a path: one of the API, or of the control document. */
export const isMocked = (method: string, path: string): boolean =>
  route(method, path) !== undefined || isAnswered(path)

/** The rest of a path below a prefix, with its slash; undefined if the path is not below it. */
export function pathBelow(prefix: string, path: string): string | undefined {
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined
}

/** Splits a path into any prefix, or none, and a path that the mock answers. */
export function splitPrefix(method: string, path: string): { prefix: string; path: string } {
  for (let at = 0; at !== -1; at = path.indexOf('/', at + 1)) {
    const rest = path.slice(at)
    if (isMocked(method, rest)) return { prefix: path.slice(0, at), path: rest }
  }
  return { prefix: '', path }
}
