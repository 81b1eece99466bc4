import type { TokenProvider } from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startClient } from '../support/recording-client.ts'
import type { Responder } from '../support/recording-server.ts'

/** A role, and a yes to any question. */
export const role = { id: 'role_1', key: 'reviewer', etag: 'v1', decision: true }

/** A client with this token; `sent` gives the token of each request. */
export async function start(token: TokenProvider, respond: Responder = () => ({ json: role })) {
  const { client, requests } = await startClient(respond, { token })
  const sent = () => requests.map(({ headers }) => headers.authorization?.split(' ')[1])
  return { client, sent, requests }
}

/** Accepts any token but these. */
export const refusing =
  (...refused: string[]): Responder =>
  ({ headers }) =>
    refused.some((token) => headers.authorization === `Bearer ${token}`)
      ? problemAnswer(401, 'invalid_token', { detail: `No: ${headers.authorization}` })
      : { json: role }
