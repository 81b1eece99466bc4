import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import type { Client } from '../../src/index.ts'

const rows: readonly (readonly [
  string,
  string,
  (client: Client) => PromiseLike<unknown>,
  object,
])[] = [
  [
    'a denied call has its rule',
    'lead',
    (client) => client.roles.create({ key: 'mine', permissions: [] }),
    { status: 403, code: 'permission_denied', rule: 'AD-04' },
  ],
  [
    'a call that a guard refuses has its rule',
    'admin',
    (client) => client.roles.delete('platform_admin'),
    { status: 409, code: 'built_in', rule: 'AD-12' },
  ],
  [
    'a call that the API refuses has none',
    'admin',
    (client) => client.roles.get('nobody'),
    { status: 404, code: 'not_found', rule: undefined },
  ],
  [
    'a call that succeeds has none',
    'admin',
    (client) => client.roles.get('annotator'),
    { status: 200, code: undefined, rule: undefined },
  ],
]

test.each(rows)('%s', async (_, name, call, expected) => {
  const mock = createMock()
  await Promise.resolve(call(mock.client({ as: `${name}@acme.test` }))).catch(() => {})
  const { status, code, rule } = mock.requests.at(-1) ?? {}
  expect({ status, code, rule }).toEqual(expected)
})

test('an entry has the time that it took, outside of its data', async () => {
  const mock = createMock()
  await mock.client({ as: 'admin@acme.test' }).users.list()
  const [entry] = mock.requests
  expect(entry?.ms).toBeGreaterThan(0)
  expect(entry?.ms).toBeLessThan(10_000)
  expect(Object.keys(entry ?? {})).not.toContain('ms')
  expect(JSON.stringify(entry)).not.toContain('"ms"')
})
