import { AbortedError } from '../errors/transport-errors.ts'

/**
 * What `work` answers, to one of those who wait for it. Their signal ends their own waiting at once
 * and calls `leave`; no listener is left behind.
 */
export function abortable<T>(
  operation: string,
  signal: AbortSignal | undefined,
  work: Promise<T>,
  leave: () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(new AbortedError(`${operation} was ended by its signal`, { cause: signal?.reason }))
      leave()
    }
    work.finally(() => signal?.removeEventListener('abort', abort)).then(resolve, reject)
    if (signal?.aborted) abort()
    else signal?.addEventListener('abort', abort, { once: true })
  })
}
