import type { Streamed } from './operation.ts'

/**
 * A reply whose JSON is made by code, or read from a file, that is loaded when the reply is sent: it is large,
 * and few ask for it. What it needs of the state must be copied before.
 */
export const whenLoaded = (make: () => Promise<unknown>): Streamed => ({
  type: 'application/json',
  stream: {
    async *[Symbol.asyncIterator]() {
      yield JSON.stringify(await make())
    },
  },
})
