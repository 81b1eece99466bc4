import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch'
import { guarded } from '../options/middleware.ts'
import type { Settings } from '../options/settings.ts'

/** Endpoints of any path: what a call is typed by that is only known when it runs. */
export interface AnyPaths {
  [path: string]: Record<'get' | 'post' | 'patch' | 'delete', AnyEndpoint>
}

interface AnyEndpoint {
  parameters: { path?: Readonly<Record<string, unknown>>; query?: unknown }
  requestBody?: { content: { 'application/json': unknown } }
  responses: { 200: { content: { 'application/json': unknown } } }
}

/**
 * A client of openapi-fetch over the settings: it makes each request and runs the middleware.
 *
 * @param options - With serializers of ours: openapi-fetch alone sends `{user}` for an argument that is missing
 * and the parent's path for `..`, drops dates from a query, and writes whatever `JSON.stringify` does.
 */
export function createApi<Paths extends {}>(
  { baseUrl, headers, middleware }: Settings,
  options?: ClientOptions,
): Client<Paths> {
  const api = createFetchClient<Paths>({
    baseUrl,
    headers: { Accept: 'application/json', ...headers },
    ...options,
  })
  api.use(...middleware.map(guarded))
  return api
}
