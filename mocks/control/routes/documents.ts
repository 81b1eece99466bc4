import { whenLoaded } from '../loaded.ts'
import type { Routes } from '../operation.ts'

/** The documents of the mock's paths, each in a file of its own. */
export const documents: Routes<'getApiDocument' | 'getControlDocument'> = {
  getApiDocument: () =>
    whenLoaded(async () => {
      const file = await import('../../generated/documents/openapi.json', {
        with: { type: 'json' },
      })
      return file.default
    }),
  getControlDocument: () =>
    whenLoaded(async () => {
      const file = await import('../../generated/documents/control.json', {
        with: { type: 'json' },
      })
      return file.default
    }),
}
