import type { ClientOptions } from '../../src/index.ts'
import { startClient } from '../support/recording-client.ts'
import type { Responder } from '../support/recording-server.ts'

export const role = { key: 'reviewer', permissions: ['use_case:read'] }
export const path = { role: 'reviewer' }

/** A client and its `raw`, whose server answers a role. */
export async function start(
  respond: Responder = () => ({ json: role }),
  options: ClientOptions = {},
) {
  const { client, requests } = await startClient(respond, { token: 'tok_secret', ...options })
  return { client, raw: client.raw, requests }
}
