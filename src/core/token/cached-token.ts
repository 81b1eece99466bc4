import { TokenProviderError } from '../../errors/token-provider-error.ts'
import { inTime } from '../limits/deadline.ts'
import { noToken, providerError, requestOf } from './identity.ts'
import { type Kept, readKept } from './kept-token.ts'
import { must } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'
import { maskOf } from '../watch/redact.ts'
import type { AccessTokenProvider, TokenProvider, TokenRequest } from './token-provider.ts'

/** A question on its way to the provider. */
interface PendingToken {
  /** The call that it is asked for. */
  readonly caller: TokenRequest
  /** By `performance.now()`. */
  readonly askedAt: number
  /** How long it may take. */
  readonly ms: number
  readonly answer: Promise<Kept | null>
}

/**
 * A token function for a program that has one identity: it keeps the token that the provider gives, for
 * every call of every client that it is given to. The provider is asked once at a time, however many
 * calls wait: for the first token when the first call is made, for the next a minute before the last
 * expires (or after three quarters of a shorter life), and once when the server answers 401.
 *
 * **A token per request must not go through it.** On a server that makes its calls as whoever is signed
 * in, it would send one person's token with another's call: give the client a plain function there.
 *
 * A question is up when the call that asked it is ended or its `timeout` has passed: then its `signal`
 * aborts, and the next call that needs a token asks anew. A call also asks anew if the question is older
 * than its own `timeout`. No call waits for a renewal while the last
 * token is valid, and one that fails is tried again after 1, 2, 4 … seconds.
 *
 * @param provider - Gives a token, alone or as `{ token, expiresAt }`; `null` for none, which is not kept.
 * @throws {@link RolecallError} if the provider is no function. If it fails, or gives what is no token,
 * the calls that need one fail with a {@link TokenProviderError}.
 * @example
 * const token = cachedToken(async ({ signal }) => {
 *   const { access_token, expires_in } = await signIn({ signal })
 *   return { token: access_token, expiresAt: Date.now() + expires_in * 1000 }
 * })
 * const client = createClient({ baseUrl, token })
 */
export function cachedToken(provider: AccessTokenProvider): TokenProvider {
  if (typeof provider !== 'function') throw must('The provider', 'a function', kindOf(provider))
  let kept: Kept | undefined
  let question: PendingToken | undefined
  let failures = 0

  function begin(caller: TokenRequest, refusedToken: string | undefined, ms: number): PendingToken {
    const answer = within(ms, caller, async (signal) => {
      try {
        return readKept(await provider(requestOf(refusedToken, signal, ms)))
      } catch (cause) {
        throw providerError(cause, maskOf([kept?.token, refusedToken]))
      }
    })
    return (question = { caller, askedAt: performance.now(), ms, answer })
  }

  /** Waits for an answer, as long as the question and the call that waits have time, and keeps it. */
  async function follow(one: PendingToken, caller: TokenRequest): Promise<Kept | null> {
    try {
      // By a timer of its own: in workerd, those of the call that asked are gone with its request.
      const given = await within(one.ms - ageOf(one), caller, () => one.answer)
      // An older answer, or a token that has ended, is better than none.
      if (given && (!kept || (question === one && given.expiresAt > Date.now()))) {
        kept = given
        failures = 0
      }
      return given
    } finally {
      // Who only waits, and goes, leaves it to the others.
      const isDone = !caller.signal.aborted || one.caller === caller
      if (question === one && isDone) question = undefined
    }
  }

  async function wait(caller: TokenRequest, refusedToken?: string): Promise<string | null> {
    // A call with more time may have asked: it must not hold up those with less.
    if (question && ageOf(question) >= Math.min(question.ms, caller.timeout)) question = undefined
    for (;;) {
      caller.signal.throwIfAborted?.()
      const one = question ?? begin(caller, refusedToken, caller.timeout)
      try {
        const given = await follow(one, caller)
        return given && given.token
      } catch (cause) {
        if (cause instanceof TokenProviderError) throw cause
        // Whose question is up has no time for another one. Others ask anew.
        if (one.caller === caller) throw new TokenProviderError(noToken, { cause })
      }
    }
  }

  async function renew(caller: TokenRequest, ms: number): Promise<void> {
    const given = await follow(begin(caller, undefined, ms), caller).catch(() => {})
    if (kept && given !== kept) kept = { ...kept, renewAt: Date.now() + 1_000 * 2 ** failures++ }
  }

  return (caller) => {
    if (!caller?.signal) throw must('The request', 'a TokenRequest', kindOf(caller))
    const { refused, timeout, refusedToken = refused ? kept?.token : undefined } = caller
    if (kept?.token === refusedToken) kept = undefined
    const now = Date.now()
    if (!kept || now >= kept.expiresAt) return wait(caller, refusedToken)
    if (!question && now >= kept.renewAt) {
      // It is up when the last token ends: who needs the next one then asks by themselves.
      void renew(caller, Math.min(timeout, kept.expiresAt - now))
    }
    return kept.token
  }
}

const ageOf = ({ askedAt }: PendingToken) => performance.now() - askedAt

/** Runs work until its time is up, or the call that it is for has ended. */
function within<T>(
  timeout: number,
  { signal }: TokenRequest,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return inTime('The token provider', Infinity, signal, (deadline) =>
    deadline.within(work, Math.ceil(timeout)),
  )
}
