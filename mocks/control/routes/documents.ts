import type { Routes, Streamed } from '../operation.ts'

/** The documents of the mock's paths. */
export const documents: Routes<'getApiDocument' | 'getControlDocument'> = {
  getApiDocument: () =>
    whenLoaded(() => import('../../generated/documents/openapi.json', { with: { type: 'json' } })),
  getControlDocument: () =>
    whenLoaded(() => import('../../generated/documents/control.json', { with: { type: 'json' } })),
}

/** The documents are large, and few ask for them: each is in a file of its own, and loaded as it is sent. */
const whenLoaded = (load: () => Promise<{ readonly default: object }>): Streamed => ({
  type: 'application/json',
  stream: {
    async *[Symbol.asyncIterator]() {
      yield JSON.stringify((await load()).default)
    },
  },
})
