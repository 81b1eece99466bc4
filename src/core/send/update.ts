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
 * A change of a `T`: a merge patch, or a function that makes one from the current state.
 *
 * With a function, the call reads the resource, calls the function, and sends its patch with the `etag` that was
 * read. If somebody else was faster (412), it starts again, ten times at most, and then rejects with the
 * {@link PreconditionFailedError}. A function that answers `undefined` changes nothing: the call answers what
 * it read. An `ifMatch` of your own replaces the etag, and is not tried again. `signal` and `totalTimeout`
 * apply to the whole call, `timeout` and `retries` to each request.
 *
 * @example
 * await client.roles.update('reviewer', ({ permissions }) => ({
 *   permissions: [...permissions, 'use_case:read'],
 * }))
 */
export type Patch<T, P> = P | ((current: T) => P | undefined | Promise<P | undefined>)

/** A resource whose etag changes with it. */
export interface Tagged {
  readonly etag?: string
}

const ATTEMPTS = 10

/** Reads a resource and patches it, again if it has changed in between. */
export async function updateCurrent<T extends Tagged>(
  send: Send,
  settings: Settings,
  [read, update]: readonly [Operation, Operation],
  args: Arguments,
  patchOf: (current: T) => unknown,
): Promise<Answer<T>> {
  const { options = {} } = args
  const { totalTimeout } = readLimits(options, settings)
  // What one person has read must not be written as another.
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
          what: 'no etag',
        })
      }
      const patch = await deadline.within(async () => patchOf(current.data))
      if (patch === undefined) return current
      try {
        return await sendInTime(update, patch, etag)
      } catch (error) {
        const mayRepeat = !options.ifMatch && number < ATTEMPTS
        if (!(mayRepeat && error instanceof PreconditionFailedError)) throw error
        // Jitter: writers that met once would meet again.
        await deadline.wait(settings.random() * 50 * number, error)
      }
    }
  })
}
