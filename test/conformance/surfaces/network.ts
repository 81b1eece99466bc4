import { setupServer } from 'msw/node'
import { handlers } from '../../../mocks/adapters/msw.ts'
import { serve } from '../../../mocks/adapters/server/index.ts'
import { createMock, type Mock } from '../../../mocks/index.ts'
import { createClient } from '../../../src/index.ts'
import { actor } from '../people.ts'
import type { Surface } from '../trial.ts'
import { replyTo } from './reply.ts'

interface Relay {
  /** A mock that passes messages on. */
  readonly mock: Mock
  /** Says which mock answers from now on. */
  to(next: Mock): Mock
}

function makeRelay(): Relay {
  let behind = createMock()
  const mock: Mock = { ...behind, handle: (message) => behind.handle(message) }
  return { mock, to: (next: Mock) => (behind = next) }
}

/** A surface, and how to end what it uses. */
interface Opened {
  readonly surface: Surface
  stop(): Promise<void>
}

/** Asks through clients of that base URL, whose requests reach the trial's mock by the relay. */
const through = (name: string, baseUrl: string, { to }: Pick<Relay, 'to'>): Surface => ({
  name,
  async ask({ fresh, question }) {
    const { token } = to(fresh())
    return await replyTo(createClient({ baseUrl, token: token(actor) }), question)
  },
})

/** A real socket. One server is for all scenarios: starting one for each would take longer than its calls. */
export async function overHttp(): Promise<Opened> {
  const relay = makeRelay()
  const server = await serve(relay.mock, { port: 0 })
  return { surface: through('HTTP', server.url, relay), stop: () => server.close() }
}

/** MSW, which intercepts every request of the process. */
export function throughMsw(): Opened {
  const relay = makeRelay()
  const baseUrl = 'https://platform.example'
  const network = setupServer(...handlers(relay.mock, { baseUrl }))
  network.listen({ onUnhandledFrame: 'bypass' })
  return { surface: through('MSW', baseUrl, relay), stop: async () => network.close() }
}
