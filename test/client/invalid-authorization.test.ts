import { describe, expect, test } from 'vitest'
import { createClient, RolecallError } from '../../src/index.ts'
import { createCore } from '../../src/core/index.ts'
import { startServer } from '../support/recording-server.ts'

const lost: [string, string | undefined][] = [
  ['undefined', undefined],
  ['an empty text', ''],
  ['blanks', ' \t'],
  ['Bearer alone', 'Bearer'],
  ['Bearer and a blank', 'Bearer '],
  ['bearer in another case, with blanks', ' bEARER  '],
]

describe.each(lost)('a call whose Authorization is %s', (_, value) => {
  const message = 'must be credentials, or null to send none'

  test.each(['Authorization', 'authorization', 'AUTHORIZATION'])(
    "is refused as %s, and nothing is sent with the client's own token",
    async (name) => {
      const { origin, requests } = await startServer()
      const options = { baseUrl: origin, token: 'tok_admin' }
      const headers = { [name]: value }
      const client = createClient(options)
      for (const call of [
        async () => client.users.me({ headers }),
        async () => client.roles.update('reviewer', () => ({}), { headers }),
        async () => client.roles.list({}, { headers }),
        async () => client.can('roles.list', {}, { headers }),
        async () => client.can.all([['roles.list']], { headers }),
        async () => client.abilities(undefined, { headers }),
        async () => client.withOptions({ headers }),
        async () => createClient({ ...options, headers }),
        async () => createCore({ ...options, headers }),
      ]) {
        const error: unknown = await call().catch((reason: unknown) => reason)
        expect(error).toBeInstanceOf(RolecallError)
        expect(error).toHaveProperty('message', `headers["${name}"] ${message}`)
      }
      expect(requests).toEqual([])
    },
  )
})

test('null sends no Authorization, and other schemes are sent unchanged', async () => {
  const { origin, requests } = await startServer()
  const client = createClient({ baseUrl: origin, token: 'tok_admin' })
  const values = [null, 'Basic bWU6bWU=', 'Bearer x', 'key_alone']
  for (const Authorization of values) await client.users.me({ headers: { Authorization } })
  expect(requests.map(({ headers }) => headers.authorization ?? null)).toEqual(values)
})
