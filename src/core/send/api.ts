import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch'
import type { Settings } from '../options/settings.ts'

/** Endpoints of any path, for calls that are only known at run time. */
export interface AnyPaths {
  [path: string]: Record<'get' | 'post' | 'patch' | 'delete', AnyEndpoint>
}

interface AnyEndpoint {
  parameters: { path?: Readonly<Record<string, unknown>>; query?: unknown }
  requestBody?: { content: { 'application/json': unknown } }
  responses: { 200: { content: { 'application/json': unknown } } }
}

/**
 * Makes a client of openapi-fetch, which builds requests and runs the middleware. Give it our serializers, here or
 * with each call: its own send `{user}` for a missing argument and the parent's path for `..`, drop dates from a
 * query, and write whatever `JSON.stringify` does.
 */
export function createApi<Paths extends {}>(
  { baseUrl, headers }: Settings,
  options?: ClientOptions,
): Client<Paths> {
  return createFetchClient<Paths>({
    baseUrl,
    headers: { Accept: 'application/json', ...headers },
    ...options,
  })
}
