import type { ClientOptions, Middleware } from '../../src/index.ts'
import { startClient } from '../support/recording-client.ts'
import type { Responder } from '../support/recording-server.ts'

export const role = { key: 'reviewer', permissions: ['use_case:read'] }

/** A client with this middleware, whose server answers a role. */
export const start = (
  middleware: readonly Middleware[],
  respond: Responder = () => ({ json: role }),
  options: ClientOptions = {},
) => startClient(respond, { token: 'tok_secret', middleware, ...options })
