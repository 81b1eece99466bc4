import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { createClient, RolecallError } from '../../src/index.ts'

const baseUrl = 'https://platform.example'

/** A client with a listener, and the writes it heard. */
function listening(options: Parameters<typeof createClient>[0] = {}) {
  const mock = createMock()
  const token = mock.token('admin@acme.test')
  const client = createClient({ baseUrl, token, fetch: mock.fetch, retries: 0, ...options })
  const heard: string[] = []
  const stop = client.onWrite((operation) => heard.push(operation))
  return { mock, client, heard, stop }
}

test('every way to write notifies: POST, PATCH, DELETE, an update by a function, client.call', async () => {
  const { client, heard } = listening()
  await client.teams.create({ key: 'legal' })
  await client.teams.update('legal', { name: 'Law' })
  await client.teams.update('legal', ({ name }) => ({ name: `${name} and order` }))
  await client.call('teams.delete', 'legal')
  expect(heard).toEqual(['teams.create', 'teams.update', 'teams.update', 'teams.delete'])
})

test('reading does not notify: reads, can, abilities, AuthZEN', async () => {
  const { client, heard } = listening()
  await client.users.list().toArray()
  await client.can('teams.create', { key: 'legal' })
  await client.can.all([['teams.create', { key: 'legal' }], ['users.list']])
  await client.abilities()
  await client.access.searchActions({
    subject: { type: 'user', id: 'me' },
    resource: { type: 'organization', id: 'current' },
  })
  await client.teams.update('support', () => undefined)
  expect(heard).toEqual([])
})

test('listeners run before the call resolves, once for all attempts', async () => {
  const statuses = [503, 503, 201]
  const fetch = async () => Response.json({ id: 'team_1' }, { status: statuses.shift() ?? 500 })
  const { client, heard } = listening({ fetch, retries: 2, random: () => 0 })
  const created = client.teams.create({ key: 'legal' })
  expect(heard).toEqual([])
  await created
  expect(heard).toEqual(['teams.create'])
})

test('a failed write notifies too: it may have taken effect, or earlier data is out of date', async () => {
  const { client, heard, mock } = listening()
  await client
    .withOptions({ token: mock.token('lead@acme.test') })
    .roles.delete('admin')
    .then(
      () => expect.unreachable(),
      () => heard.push('denied'),
    )
  const lost = client.withOptions({
    fetch: async (request) => {
      await mock.fetch(request)
      throw new Error('connection reset')
    },
  })
  await lost.teams.create({ key: 'legal' }).then(
    () => expect.unreachable(),
    () => heard.push('lost'),
  )
  expect(heard).toEqual(['roles.delete', 'denied', 'teams.create', 'lost'])
  await expect(client.teams.get('legal')).resolves.toMatchObject({ key: 'legal' })
})

test('derived clients share their listeners', async () => {
  const { client, heard, mock } = listening()
  const derived = client
    .withOptions({ timeout: 5_000 })
    .withOptions({ headers: { 'X-Job': 'one' } })
  const others: string[] = []
  derived.onWrite((operation) => others.push(operation))
  await derived.teams.create({ key: 'legal' })
  await client.teams.delete('legal')
  expect(heard).toEqual(['teams.create', 'teams.delete'])
  expect(others).toEqual(heard)
  await mock.client({ as: 'admin@acme.test' }).teams.create({ key: 'elsewhere' })
  expect(heard).toHaveLength(2)
})

test('stopping ends one listener, and no other', async () => {
  const { client, heard, stop } = listening()
  const listener = (operation: string) => heard.push(`again ${operation}`)
  const stopAgain = client.onWrite(listener)
  client.onWrite(listener)
  stop()
  stop()
  stopAgain()
  await client.teams.create({ key: 'legal' })
  expect(heard).toEqual(['again teams.create'])
})

test('a listener that throws is logged; the call and the other listeners go on', async () => {
  const lines: string[] = []
  const logger = { ...console, warn: (line: string) => lines.push(line) }
  const { client, heard } = listening({ logger })
  client.onWrite(() => {
    throw new Error('broken cache')
  })
  client.onWrite((operation) => heard.push(`after ${operation}`))
  await expect(client.teams.create({ key: 'legal' })).resolves.toMatchObject({ key: 'legal' })
  expect(heard).toEqual(['teams.create', 'after teams.create'])
  expect(lines).toEqual(['rolecall: a listener of onWrite failed: broken cache'])
})

test.each([
  ['an error', new Error('broken cache'), 'broken cache'],
  ['an object without a prototype', Object.create(null), 'object'],
  ['nothing', undefined, 'undefined'],
])(
  'a listener whose promise rejects with %s is logged like one that throws',
  async (_, reason, told) => {
    const lines: string[] = []
    const logger = { ...console, warn: (line: string) => lines.push(line) }
    const { client, heard } = listening({ logger })
    client.onWrite(() => Promise.reject(reason))
    client.onWrite((operation) => heard.push(`after ${operation}`))
    await expect(client.teams.create({ key: 'legal' })).resolves.toMatchObject({ key: 'legal' })
    expect(heard).toEqual(['teams.create', 'after teams.create'])
    expect(lines).toEqual([`rolecall: a listener of onWrite failed: ${told}`])
  },
)

test('a listener that is not a function is refused', () => {
  const { client } = listening()
  const listen = () => Reflect.apply(client.onWrite, client, [{ handle: true }])
  expect(listen).toThrow(RolecallError)
  expect(listen).toThrow('The listener must be a function, not object')
})
