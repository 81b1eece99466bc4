import type { SetupServer } from 'msw/node'
import { handlers } from '../../../mocks/adapters/msw.ts'
import { type MockServer, serve } from '../../../mocks/adapters/server/index.ts'
import type { Mock } from '../../../mocks/index.ts'
import { createClient } from '../../../src/index.ts'
import { actor } from '../people.ts'
import type { Surface } from '../trial.ts'
import { replyTo } from './reply.ts'

/** Every mock on a port of its own, until `stop`. */
function listening() {
  const servers = new Map<Mock, Promise<MockServer>>()
  return {
    of(mock: Mock): Promise<MockServer> {
      const known = servers.get(mock) ?? serve(mock, { port: 0 })
      servers.set(mock, known)
      return known
    },
    async stop() {
      for (const server of servers.values()) await (await server).close()
    },
  }
}

const overHttp = (servers: ReturnType<typeof listening>): Surface => ({
  name: 'HTTP',
  async ask({ fresh, question }) {
    const mock = fresh()
    const { url } = await servers.of(mock)
    return await replyTo(createClient({ baseUrl: url, token: mock.token(actor) }), question)
  },
})

const intercepted = (network: SetupServer): Surface => ({
  name: 'MSW',
  async ask({ fresh, question }) {
    const mock = fresh()
    const baseUrl = 'https://platform.example'
    network.resetHandlers(...handlers(mock, { baseUrl }))
    return await replyTo(createClient({ baseUrl, token: mock.token(actor) }), question)
  },
})

/** Surfaces that an app would use: a real socket, and MSW. */
export function networkSurfaces(network: SetupServer): {
  readonly surfaces: readonly Surface[]
  stop(): Promise<void>
} {
  const servers = listening()
  return { surfaces: [overHttp(servers), intercepted(network)], stop: servers.stop }
}
