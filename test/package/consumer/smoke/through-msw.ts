import { http } from 'msw'
import { setupServer } from 'msw/node'
import { createClient } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'
import { same } from './claim.ts'
import { callsBy } from './run-checks.ts'

const baseUrl = 'https://platform.example'
const page = 'http://localhost:3000'

/** The calls of a client whose requests MSW intercepts. */
export function throughMsw() {
  const mock = createMock()
  const methods: string[] = []
  const server = setupServer(
    http.all('*', ({ request }) => void methods.push(request.method)),
    ...handlers(mock, { baseUrl }),
  )
  const signIn = async (user: string) => createClient({ baseUrl, token: mock.token(user) })

  return {
    // First and last: the requests of the other checks pass it by.
    async 'starts MSW'() {
      server.listen()
    },

    ...callsBy('through MSW', { signIn }),

    async 'asks before a write of another origin, through MSW'() {
      const { teams } = await signIn('admin@acme.test')
      await teams.create({ key: 'smoke-asked-first' })
      // happy-dom sends preflights by itself. The others know no origins, and need help.
      if (methods.includes('OPTIONS')) return
      const headers = { Origin: page, 'Access-Control-Request-Method': 'DELETE' }
      const answer = await fetch(`${baseUrl}/v1/teams/a`, { method: 'OPTIONS', headers })
      same([answer.status, answer.headers.get('access-control-allow-origin')], [204, page])
    },

    async 'stops MSW'() {
      server.close()
    },
  }
}
