import { RolecallError } from '../errors/rolecall-error.ts'
import { PreconditionFailedError } from '../errors/status-errors.ts'
import type { Answer } from './api-promise.ts'
import type { Arguments } from './arguments.ts'
import { startDeadline } from './deadline.ts'
import { readLimits } from './limits.ts'
import type { Operation } from './operation.ts'
import type { Send } from './send.ts'
import type { Settings } from './settings.ts'

/**
 * What to change of a `T`: a merge patch, or a function that makes it of the thing as it is.
 *
 * With a function the call reads the thing, asks the function, and sends its patch with the `etag` that
 * was read. If somebody else was faster (412) it begins again with what the thing is then, ten times
 * at most; then it rejects with the {@link PreconditionFailedError}. A function that answers
 * `undefined` changes nothing: the call answers what it read. An `ifMatch` of your own is sent in
 * place of the etag read, and not repeated. `signal` and `totalTimeout` are the whole call's,
 * `timeout` and `retries` each request's.
 *
 * @example
 * await client.roles.update('reviewer', ({ permissions }) => ({
 *   permissions: [...permissions, 'use_case:read'],
 * }))
 */
export type Patch<T, P> = P | ((current: T) => P | undefined | Promise<P | undefined>)

/** What changes its etag with itself. */
export interface Tagged {
  readonly etag?: string
}

const ATTEMPTS = 10

/** Changes a thing by what a function makes of its present state, as often as that changes meanwhile. */
export async function updateCurrent<T extends Tagged>(
  send: Send,
  settings: Settings,
  [read, update]: readonly [Operation, Operation],
  args: Arguments,
  patchOf: (current: T) => unknown,
): Promise<Answer<T>> {
  const { options = {} } = args
  const { totalTimeout } = readLimits(options, settings)
  const deadline = startDeadline(update.id, { timeout: Infinity, totalTimeout }, options.signal)

  async function attempt(number: number, signal: AbortSignal): Promise<Answer<T>> {
    const own = { ...options, totalTimeout: Infinity, signal }
    const current = await send<T>(read, { ...args, input: undefined, options: own })
    const { etag } = current.data
    if (!etag) throw new RolecallError(`${update.id}: ${read.id} must answer an etag to guard with`)
    const input = await patchOf(current.data)
    if (input === undefined) return current
    try {
      return await send(update, { ...args, input, options: { ifMatch: etag, ...own } })
    } catch (error) {
      const isStale = error instanceof PreconditionFailedError && !options.ifMatch
      if (!isStale || number === ATTEMPTS) throw error
    }
    // Those who met once would meet again if they all came back at the same time.
    await pause(settings.random() * Math.min(1_000, 25 * 2 ** number), signal)
    return attempt(number + 1, signal)
  }

  try {
    return await deadline.attempt((signal) => attempt(1, signal))
  } finally {
    deadline.close()
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })
}
