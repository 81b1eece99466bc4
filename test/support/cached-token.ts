import { vi } from 'vitest'
import {
  type AccessTokenProvider,
  cachedToken,
  createClient,
  type TokenRequest,
} from '../../src/index.ts'
import { problemAnswer } from './problem.ts'
import { startServer } from './recording-server.ts'

export const noon = Date.UTC(2026, 0, 1, 12)
export const minute = 60_000

/**
 * A server that accepts the tokens for which `isValid` returns true, and a client that caches the
 * provider's tokens.
 */
export async function start(
  provider: AccessTokenProvider,
  isValid: (token: string) => boolean = () => true,
) {
  const { origin, requests } = await startServer(({ headers }) =>
    isValid(headers.authorization?.slice('Bearer '.length) ?? '')
      ? { json: { email: 'me@acme.test' } }
      : problemAnswer(401, 'invalid_token', { detail: `No: ${headers.authorization}` }),
  )
  const tokens = () => requests.map(({ headers }) => headers.authorization?.split(' ')[1])
  const client = createClient({ baseUrl: origin, token: cachedToken(provider) })
  return { client, tokens, requests }
}

/** Gives `token-1`, `token-2` … and records its arguments. */
export function counting(expiresAt: () => Date | string | number | undefined = () => undefined) {
  const asked: Pick<TokenRequest, 'refused'>[] = []
  const provider: AccessTokenProvider = async ({ refused }) => {
    asked.push({ refused })
    return { token: `token-${asked.length}`, expiresAt: expiresAt() }
  }
  return { asked, provider }
}

export function setClock(time: number) {
  vi.spyOn(Date, 'now').mockReturnValue(time)
}
