import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'

/** Sends answers that go on, and ends them when the server closes. */
export class Streams {
  readonly #open = new Set<AsyncIterator<string>>()

  /** Sends the parts as fast as the reader takes them, until they end or either side leaves. */
  async send(response: ServerResponse, stream: AsyncIterable<string>): Promise<void> {
    const iterator = stream[Symbol.asyncIterator]()
    this.#open.add(iterator)
    try {
      await pipeline(Readable.from({ [Symbol.asyncIterator]: () => iterator }), response)
    } catch {
      // The reader left.
    } finally {
      this.#open.delete(iterator)
    }
  }

  /** Ends all of them, so that their readers see a whole answer. */
  async end(): Promise<void> {
    for (const iterator of this.#open) await iterator.return?.()
    await setImmediate()
  }
}
