import type { LoggedRequest } from '../log/logged-request.ts'
import type { Levers } from './controls.ts'
import { timedRequest } from './timed-request.ts'

/** The most requests that wait for a slow reader. */
const mostWaiting = 1000

/**
 * Makes lines of JSON: the first requests, then those that are answered from now on. A reader that falls
 * behind reads on in the log. When the log has dropped what comes next, or ends, the lines end.
 *
 * @param atEnd - Calls a function when the log ends.
 */
export function followRequests(
  mock: Pick<Levers, 'requests' | 'onRequest'>,
  first: readonly LoggedRequest[],
  atEnd: (end: () => void) => () => void,
): AsyncIterable<string> {
  const waiting = first.slice(0, mostWaiting)
  /** Whether more than what waits is in the log. */
  let isBehind = first.length > mostWaiting
  /** The id of the request that was read last. */
  let last: string | undefined
  let isOver = false
  let wake: (() => void) | undefined
  let stop: (() => void) | undefined

  function hear(request: LoggedRequest): void {
    isBehind ||= waiting.length === mostWaiting
    if (!isBehind) waiting.push(request)
    wake?.()
  }

  function end(): void {
    isOver = true
    waiting.length = 0
    stop?.()
    wake?.()
  }

  function catchUp(): void {
    const { requests } = mock
    const next = requests.findLastIndex(({ id }) => id === last) + 1
    if (next === 0) return end()
    waiting.push(...requests.slice(next, next + mostWaiting))
    isBehind = next + mostWaiting < requests.length
  }

  async function next(): Promise<IteratorResult<string, undefined>> {
    for (;;) {
      const request = waiting.shift()
      if (request !== undefined) {
        last = request.id
        return { done: false, value: `${JSON.stringify(timedRequest(request))}\n` }
      }
      if (isOver) return { done: true, value: undefined }
      if (isBehind) catchUp()
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }

  const iterator = {
    next,
    async return(): Promise<IteratorResult<string, undefined>> {
      end()
      return { done: true, value: undefined }
    },
  }
  return {
    [Symbol.asyncIterator]() {
      const stops = [mock.onRequest(hear), atEnd(end)]
      stop = () => stops.forEach((one) => one())
      return iterator
    },
  }
}
