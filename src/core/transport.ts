import createFetchClient from 'openapi-fetch'
import { ConnectionError } from '../errors/transport-errors.ts'
import type { Reading } from './read-answer.ts'
import { kindOf } from './record.ts'
import type { Settings } from './settings.ts'

interface Endpoint {
  parameters: { path?: Readonly<Record<string, string>> }
  requestBody?: { content: { 'application/json': string } }
  responses: object
}

type Paths = Record<string, Record<'get' | 'post' | 'patch' | 'delete', Endpoint>>

/** openapi-fetch, told of no path in particular: what a call may say is the generated methods' business. */
export const createTransport = (baseUrl: string) => createFetchClient<Paths>({ baseUrl })
export type Transport = ReturnType<typeof createTransport>

/** Sends a request by the user's `fetch`, or the one that is global by now: mocks may have come since. */
export async function sendRequest(
  { fetch, origin }: Settings,
  { operation, mask }: Pick<Reading, 'operation' | 'mask'>,
  request: Request,
): Promise<Response> {
  try {
    return await (fetch ?? globalThis.fetch)(request)
  } catch (cause) {
    throw new ConnectionError(
      `${operation} got no answer from ${origin}: ${mask(innermostMessage(cause))}`,
      { cause },
    )
  }
}

// Node's fetch says 'fetch failed' and keeps what happened in the cause.
function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return kindOf(error)
  return error.cause instanceof Error ? innermostMessage(error.cause) : error.message
}
