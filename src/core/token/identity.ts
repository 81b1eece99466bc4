import { TokenProviderError } from '../../errors/token-provider-error.ts'
import { TimeoutError } from '../../errors/transport-errors.ts'
import { isRecord, kindOf } from '../base/kind-of.ts'
import { createSecrets, type Mask, type Secrets } from '../watch/redact.ts'
import { reasonIn, safeCause } from '../watch/safe-cause.ts'
import type { TokenProvider, TokenRequest } from './token-provider.ts'

/** The source of each call's token; `null`: none is sent. */
export type TokenSource = string | TokenProvider | null

/** The identity of one call, for all of its requests. */
export interface Identity extends Secrets {
  /** The token to send: a promise only where a function has to be asked. */
  token(signal: AbortSignal, timeout: number): string | null | Promise<string | null>
  /** Notes that the server refused the token; answers whether the next may be another one. */
  refuse(token: string): boolean
}

/** Starts the identity of a call. A token function is asked once, and once more if its token is refused. */
export function identityOf(source: TokenSource): Identity {
  const secrets = createSecrets()
  if (typeof source !== 'function') return { ...secrets, token: () => source, refuse: () => false }

  let answer: Promise<string | null> | undefined
  let refusedToken: string | undefined
  return {
    ...secrets,
    token: (signal, timeout) =>
      (answer ??= ask(source, requestOf(refusedToken, signal, timeout), secrets.mask)),
    refuse(token) {
      // Several requests of one call may be refused: they share the next token.
      if (refusedToken !== undefined) return refusedToken === token
      refusedToken = token
      answer = undefined
      return true
    },
  }
}

/** Makes a provider's argument. The refused token is hidden from logs. */
export function requestOf(
  refusedToken: string | undefined,
  signal: AbortSignal,
  timeout: number,
): TokenRequest {
  const request: TokenRequest = { refused: refusedToken !== undefined, signal, timeout }
  return Object.defineProperty(request, 'refusedToken', { value: refusedToken })
}

async function ask(
  provider: TokenProvider,
  request: TokenRequest,
  mask: Mask,
): Promise<string | null> {
  try {
    const answer = readGiven(await provider(request))
    if (answer?.expiresAt === undefined) return answer && answer.token
  } catch (cause) {
    throw providerError(cause, mask)
  }
  throw new TokenProviderError('A token with expiresAt must come from cachedToken(provider)')
}

/** The message for a token that does not come in time. */
export const noToken = 'The token provider gave no token in time'

/** The error of a call that ends while it waits for its token. */
export const withoutToken = (error: unknown) =>
  error instanceof TimeoutError
    ? new TokenProviderError(`${noToken}: ${error.message}`, { cause: error })
    : error

/** Wraps an error of a provider, unless it is a TokenProviderError already. */
export function providerError(thrown: unknown, mask: Mask): TokenProviderError {
  if (thrown instanceof TokenProviderError) return thrown
  const cause = safeCause(thrown, mask)
  return new TokenProviderError(`The token provider failed: ${reasonIn(cause)}`, { cause })
}

/** Reads a provider's answer. */
export function readGiven(given: unknown): { token: string; expiresAt?: unknown } | null {
  if (given === null) return null
  const { token, expiresAt }: { token?: unknown; expiresAt?: unknown } = isRecord(given)
    ? given
    : { token: given }
  if (isToken(token)) return { token, expiresAt }
  throw new TokenProviderError(
    `The token provider must give ${tokenAlone}, or null, not ${kindOf(token)}`,
  )
}

/** The right form of a token, for messages. */
export const tokenAlone = "a token alone, without 'Bearer', spaces or line breaks"

/** Whether the value can stand after `Bearer`. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[!-~]+$/.test(value)
}
