import { readBaseUrl } from '../../../src/core/options/base-url.ts'
import { pathBelow } from '../../mock/base-url.ts'
import { wrongBase } from '../../shared/base-url.ts'
import type { Host } from './gate/host.ts'

/** Where clients find the server, from the `baseUrl` option. */
export interface ServedAt {
  /** The host and origin of the proxy in front; undefined if `baseUrl` is a path alone. */
  readonly proxy: { readonly hostname: string; readonly origin: string } | undefined
  /** The prefix of the API's paths: `/ai-platform`. A proxy may strip it. */
  readonly prefix: string
}

const right =
  'a URL such as https://platform.example/api without query, fragment or credentials, or a path such as /api'

/** Reads the `baseUrl` option. */
export function readServedAt(baseUrl: unknown): ServedAt {
  if (baseUrl === undefined) return { proxy: undefined, prefix: '' }
  const isPath = typeof baseUrl === 'string' && /^\/(?![/\\])/.test(baseUrl)
  const base = readBaseUrl(isPath ? `http://localhost${baseUrl}` : baseUrl)
  if (base === undefined) throw wrongBase(right, baseUrl)
  const { hostname, origin } = new URL(base)
  return { proxy: isPath ? undefined : { hostname, origin }, prefix: base.slice(origin.length) }
}

/** The path of a request without the prefix. The prefix alone is the page at `/`. */
export function ownPath({ prefix }: ServedAt, path: string): string {
  if (path === prefix) return '/'
  // Well-known paths stand before the prefix (RFC 8615): /.well-known/authzen-configuration/tenant1
  const isWellKnown = path.startsWith('/.well-known/') && path.endsWith(prefix)
  if (isWellKnown) return path.slice(0, path.length - prefix.length)
  return pathBelow(prefix, path) ?? path
}

/** The base URL of the API, for a request that was sent to the host. */
export const baseFor = ({ proxy, prefix }: ServedAt, { host }: Host): string =>
  (proxy?.origin ?? `http://${host}`) + prefix
