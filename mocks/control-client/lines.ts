import { isRecord } from '../../src/core/base/kind-of.ts'
import { reasonIn, safeCause } from '../../src/core/watch/safe-cause.ts'
import { ConnectionError } from '../../src/errors/transport-errors.ts'
import type { LoggedRequest } from '../log/logged-request.ts'

/**
 * Reads lines of JSON as they arrive, until the signal aborts.
 *
 * @throws {@link ConnectionError} if the connection breaks. Lines that end as they should end the iteration.
 */
export async function* linesOf(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<LoggedRequest, void> {
  const reader = body.getReader()
  const leave = () => void reader.cancel().catch(() => {})
  signal?.addEventListener('abort', leave)
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(broken)
      if (done) return
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const request: unknown = JSON.parse(line)
        if (isLogged(request)) yield request
      }
    }
  } finally {
    signal?.removeEventListener('abort', leave)
    leave()
  }
}

function broken(thrown: unknown): never {
  const cause = safeCause(thrown, String)
  throw new ConnectionError(`The connection to the mock broke (${reasonIn(cause)}).`, { cause })
}

const isLogged = (value: unknown): value is LoggedRequest =>
  isRecord(value) && typeof value.id === 'string'
