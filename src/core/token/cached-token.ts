import { TokenProviderError } from '../../errors/token-provider-error.ts'
import { inTime } from '../limits/deadline.ts'
import { noToken, providerError, requestOf } from './identity.ts'
import { type Kept, readKept } from './kept-token.ts'
import { must } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'
import { maskOf } from '../watch/redact.ts'
import type { AccessTokenProvider, TokenProvider, TokenRequest } from './token-provider.ts'

/** A pending question to the provider. */
interface PendingToken {
  /** The call that asked. */
  readonly caller: TokenRequest
  /** As `performance.now()` says. */
  readonly askedAt: number
  /** Milliseconds that it may take. */
  readonly ms: number
  readonly answer: Promise<Kept | null>
}

/**
 * Makes a token function that keeps its token, for a program with one identity. It serves every call of every
 * client that has it. The provider is asked once at a time, however many calls wait: at the first call, a minute
 * before the token expires (or after three quarters of a shorter life), and once when the server answers 401.
 *
 * **Don't use it for a token per request.** On a server that calls as the signed-in user, it would send one
 * person's token with another's call: give the client a plain function there.
 *
 * A question ends with the call that asked it, or after that call's `timeout`: its `signal` aborts, and the next
 * call that needs a token asks again. A call also asks again if the question is older than its own `timeout`. No
 * call waits for a renewal while the last token is valid; a failed renewal is repeated after 1, 2, 4 … seconds.
 *
 * @param provider - Answers a token, alone or as `{ token, expiresAt }`; or `null` for none, which is not kept.
 * @throws {@link RolecallError} if the provider is not a function. If the provider fails, or answers no token, the
 * calls that need one fail with a {@link TokenProviderError}.
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

  /** Waits for an answer, while the question and the waiting call have time, and keeps it. */
  async function follow(one: PendingToken, caller: TokenRequest): Promise<Kept | null> {
    try {
      // Needs its own timer: in workerd, the timers of the call that asked end with its request.
      const given = await within(one.ms - ageOf(one), caller, () => one.answer)
      // An older answer, or an expired token, is better than none.
      if (given && (!kept || (question === one && given.expiresAt > Date.now()))) {
        kept = given
        failures = 0
      }
      return given
    } finally {
      // A call that only waits, and leaves, leaves the question to the others.
      const isDone = !caller.signal.aborted || one.caller === caller
      if (question === one && isDone) question = undefined
    }
  }

  async function wait(caller: TokenRequest, refusedToken?: string): Promise<string | null> {
    // A call with more time may have asked: it must not hold up calls with less.
    if (question && ageOf(question) >= Math.min(question.ms, caller.timeout)) question = undefined
    for (;;) {
      caller.signal.throwIfAborted?.()
      const one = question ?? begin(caller, refusedToken, caller.timeout)
      try {
        const given = await follow(one, caller)
        return given && given.token
      } catch (cause) {
        if (cause instanceof TokenProviderError) throw cause
        // The call that asked has no time left for another question; others ask again.
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
      // It ends when the last token does: a call that needs a token then asks itself.
      void renew(caller, Math.min(timeout, kept.expiresAt - now))
    }
    return kept.token
  }
}

const ageOf = ({ askedAt }: PendingToken) => performance.now() - askedAt

/** Runs work for a call, until its time is up or the call ends. */
function within<T>(
  timeout: number,
  { signal }: TokenRequest,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return inTime('The token provider', Infinity, signal, (deadline) =>
    deadline.within(work, Math.ceil(timeout)),
  )
}
