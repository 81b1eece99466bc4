import { setupServer } from 'msw/node'
import { handlers } from '../../../mocks/adapters/msw.ts'
import { serve } from '../../../mocks/adapters/server/index.ts'
import { createMock, type Mock } from '../../../mocks/index.ts'
import { createClient } from '../../../src/index.ts'
import { actor } from '../people.ts'
import type { Surface } from '../trial.ts'
import { replyTo } from './reply.ts'

/** A mock that passes messages on to an exchangeable one. */
function relay() {
  let behind = createMock()
  const mock: Mock = { ...behind, handle: (message) => behind.handle(message) }
  return { mock, to: (next: Mock) => (behind = next) }
}

/**
 * Surfaces that an app would use: a real socket, and MSW. Both are set up once: starting a server for each
 * scenario would take longer than its calls.
 */
export async function networkSurfaces(): Promise<{
  readonly surfaces: readonly Surface[]
  stop(): Promise<void>
}> {
  const { mock, to } = relay()
  const server = await serve(mock, { port: 0 })
  const baseUrl = 'https://platform.example'
  const network = setupServer(...handlers(mock, { baseUrl }))
  network.listen({ onUnhandledFrame: 'bypass' })
  const through = (name: string, base: string): Surface => ({
    name,
    async ask({ fresh, question }) {
      const { token } = to(fresh())
      return await replyTo(createClient({ baseUrl: base, token: token(actor) }), question)
    },
  })
  return {
    surfaces: [through('HTTP', server.url), through('MSW', baseUrl)],
    async stop() {
      network.close()
      await server.close()
    },
  }
}
