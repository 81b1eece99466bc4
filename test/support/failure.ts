import { inspect } from 'node:util'
import {
  APIError,
  type Client,
  type ClientOptions,
  createClient,
  RolecallError,
} from '../../src/index.ts'

const baseUrl = 'https://platform.example'

/** Body of the failing calls. */
export const token = 'tok_very-secret+/=='

/** All text that printing, logging or serializing an error shows, hidden properties too. */
export function shownOf(error: unknown): string {
  if (!(error instanceof RolecallError)) throw new Error(`It is no RolecallError: ${String(error)}`)
  const headers = error instanceof APIError ? [...error.headers].flat() : []
  const shown = inspect(error, { depth: 12, showHidden: true, getters: true })
  return [error.message, error.stack, String(error), JSON.stringify(error), shown, headers].join(
    '\n',
  )
}

/** Rejection of a failing call. */
export async function failure(
  options: ClientOptions,
  call: (client: Client) => Promise<unknown> = ({ roles }) => roles.list(),
): Promise<unknown> {
  const client = createClient({ baseUrl, token, retries: 0, ...options })
  return call(client).catch((error: unknown) => error)
}
