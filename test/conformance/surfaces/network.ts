import type { SetupServer } from 'msw/node'
import { handlers } from '../../../mocks/adapters/msw.ts'
import { serve } from '../../../mocks/adapters/server/index.ts'
import { createClient } from '../../../src/index.ts'
import { actor } from '../people.ts'
import type { Surface } from '../trial.ts'
import { replyTo } from './reply.ts'

const http: Surface = {
  name: 'HTTP',
  async ask({ fresh, question }) {
    const mock = fresh()
    await using server = await serve(mock, { port: 0 })
    return await replyTo(createClient({ baseUrl: server.url, token: mock.token(actor) }), question)
  },
}

const intercepted = (network: SetupServer): Surface => ({
  name: 'MSW',
  async ask({ fresh, question }) {
    const mock = fresh()
    const baseUrl = 'https://platform.example'
    network.resetHandlers(...handlers(mock, { baseUrl }))
    return await replyTo(createClient({ baseUrl, token: mock.token(actor) }), question)
  },
})

/** Where a call is made through what an app would use: a real socket, and MSW. */
export const networkSurfaces = (network: SetupServer): readonly Surface[] => [
  http,
  intercepted(network),
]
