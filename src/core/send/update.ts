import { errorFromAnswer } from '../../errors/from-answer.ts'
import { PreconditionFailedError } from '../../errors/status-errors.ts'
import type { Answer } from '../answers/api-promise.ts'
import type { Arguments } from './arguments.ts'
import { inTime } from '../limits/deadline.ts'
import { identityOf } from '../token/identity.ts'
import { readLimits } from '../limits/limits.ts'
import type { Operation } from '../base/operation.ts'
import type { Send } from './send.ts'
import type { Settings } from '../options/settings.ts'

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
  // What was read as one person must not be written as another.
  const identity = identityOf(settings.token)
  return inTime(update.id, totalTimeout, options.signal, async (deadline) => {
    const sendInTime = (operation: Operation, input?: unknown, ifMatch?: string) =>
      deadline.within((signal) => {
        const own = { ifMatch, ...options, totalTimeout: Infinity, signal }
        return send<T>(operation, { ...args, input, options: own }, identity)
      })

    for (let number = 1; ; number++) {
      const current = await sendInTime(read)
      const { etag } = current.data
      if (!etag) {
        throw errorFromAnswer({
          ...current,
          operation: read.id,
          mask: identity.mask,
          what: 'a thing without an etag',
        })
      }
      const patch = await deadline.within(async () => patchOf(current.data))
      if (patch === undefined) return current
      try {
        return await sendInTime(update, patch, etag)
      } catch (error) {
        const mayRepeat = !options.ifMatch && number < ATTEMPTS
        if (!(mayRepeat && error instanceof PreconditionFailedError)) throw error
        // Those who met once would meet again if they all came back at the same time.
        await deadline.wait(settings.random() * 50 * number, error)
      }
    }
  })
}
