import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { createClient } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'
import { serve } from 'rolecall/mocks/server'
import { race, type Results } from '../race.ts'

/** The route of a call. */
export const ways = {
  stub: 'a stub fetch that answers the same',
  inProcess: 'the mock, in process',
  loopback: 'the mock, over loopback: both ends',
  msw: 'the mock, through MSW',
  bare: 'a handler of MSW that answers the same',
} as const

/** The calls: a read with a cached answer, and a change, which needs the whole mock. */
export const kinds = ['GET', 'PATCH'] as const

const email = 'lead@acme.test'
const baseUrl = 'https://platform.example'
const bareUrl = 'https://bare.example'

/** Processor time of a whole call, from the client and back, by its route. */
export async function raceWays(): Promise<Record<(typeof kinds)[number], Results>> {
  const mock = createMock()
  const token = mock.token('admin@acme.test')
  const user = await createClient({ baseUrl, token, fetch: mock.fetch }).users.get(email)
  const body = JSON.stringify(user)
  const headers = { 'Content-Type': 'application/json', ETag: `"${user.etag}"` }
  const answer = () => new Response(body, { headers })
  // Before MSW replaces it.
  const { fetch } = globalThis
  const server = await serve(mock, { port: 0 })
  const msw = setupServer(
    ...handlers(mock, { baseUrl }),
    http.get(`${bareUrl}/v1/users/:user`, () => HttpResponse.json(user)),
    http.patch(`${bareUrl}/v1/users/:user`, () => HttpResponse.json(user)),
  )
  msw.listen({ onUnhandledFrame: 'bypass' })
  try {
    const clients = Object.entries({
      [ways.stub]: createClient({ baseUrl, token, fetch: async () => answer() }),
      [ways.inProcess]: mock.client({ as: 'admin@acme.test' }),
      [ways.loopback]: createClient({ baseUrl: server.url, token, fetch }),
      [ways.msw]: createClient({ baseUrl, token }),
      [ways.bare]: createClient({ baseUrl: bareUrl, token }),
    })
    let count = 0
    return {
      GET: await race(clients.map(([name, { users }]) => ({ name, run: () => users.get(email) }))),
      PATCH: await race(
        clients.map(([name, { users }]) => ({
          name,
          run: () => users.update(email, { name: `Lead ${(count += 1)}` }),
        })),
      ),
    }
  } finally {
    msw.close()
    await server.close()
  }
}
