import { setupServer } from 'msw/node'
import { createClient } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'

const baseUrl = 'https://platform.example'
const mock = createMock()
const server = setupServer(...handlers(mock, { baseUrl }))

beforeAll(() => server.listen())
beforeEach(() => mock.reset())
afterAll(() => server.close())

test('the application calls the platform as usual', async () => {
  const client = createClient({ baseUrl, token: mock.token('lead@acme.test') })

  const { allowed, rule } = await client.can('teams.create', { key: 'quality' })

  expect({ allowed, rule }).toEqual({ allowed: false, rule: 'AD-05' })
  expect(mock.requests).toHaveLength(1)
})
