import type { ClientOptions } from '../../src/index.ts'
import { keepLog } from '../support/log.ts'
import { startClient } from '../support/recording-client.ts'
import type { Responder } from '../support/recording-server.ts'

export const token = 'tok_very-secret'

/** A client with a token and a logger. */
export async function start(options: ClientOptions = {}, respond?: Responder) {
  const log = keepLog()
  const started = await startClient(respond, { token, logger: log.logger, ...options })
  return { ...started, ...log }
}
