import { ConfigurationError, createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { as, at, column } from '../ask.ts'

const admin = 'admin@acme.test'

test('the history lists the calls that changed the state, by the ids of their requests', async () => {
  const mock = createMock()
  const ask = as(mock, admin)
  await ask('GET /v1/teams')
  const created = await ask('POST /v1/teams', { key: 'qa' })
  await ask('POST /v1/teams', { key: 'qa' })
  await as(mock, 'lead@acme.test')('DELETE /v1/teams/qa')
  await ask('DELETE /v1/teams/qa')
  expect(mock.history).toEqual([
    {
      id: created.headers.get('x-request-id'),
      at: created.body.createdAt,
      operation: 'teams.create',
      actor: admin,
    },
    { id: mock.requests.at(-1)?.id, at: mock.clock.now, operation: 'teams.delete', actor: admin },
  ])
})

test('sign-ups and seeds are in it, and can be undone', () => {
  const mock = createMock()
  const start = mock.state
  mock.token('new@acme.test', { signUp: true })
  const signedUp = mock.state
  mock.seed({ teams: [{ key: 'seeded' }] })
  expect(mock.history).toMatchObject([
    { operation: 'signUp', actor: 'new@acme.test' },
    { operation: 'seed' },
  ])
  expect(mock.undo()?.operation).toBe('seed')
  expect(mock.state).toBe(signedUp)
  expect(mock.undo()?.operation).toBe('signUp')
  expect(mock.state).toBe(start)
  expect(mock.undo()).toBeUndefined()
})

test.each([
  [undefined, 1000],
  [3, 3],
  [0, 0],
])('with the option %s, it holds the newest %d', async (history, length) => {
  const mock = createMock(history === undefined ? {} : { history })
  const ask = as(mock, admin)
  for (let made = 0; made < 1105; made += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await ask('PATCH /v1/teams/support', { name: `Support ${made}` })
  }
  expect(mock.history).toHaveLength(length)
  const before = mock.state
  for (let left = 0; left < length; left += 1) mock.undo()
  expect([mock.undo(), mock.state === before]).toEqual([undefined, length === 0])
})

describe('undo', () => {
  test('takes the audit entry, the mail and the kept answer out, and leaves those of refused calls', async () => {
    const mock = createMock()
    const ask = as(mock, admin)
    const audit = async () => (await ask('GET /v1/audit')).body
    await as(mock, 'lead@acme.test')('PATCH /v1/organization', { name: 'Mine' })
    await ask('GET /v1/audit')
    const before = column(await audit(), 'id')
    const key = { 'idempotency-key': 'once' }
    expect((await ask('POST /v1/teams', { key: 'qa' }, key)).status).toBe(201)
    const mails = mock.outbox.length
    await as(mock, 'lead@acme.test')('PATCH /v1/organization', { name: 'Ours' })
    const all = column(await audit(), 'id')
    mock.undo()
    const left = column(await audit(), 'id')
    expect(left).toEqual(all.filter((id) => left.includes(id)))
    expect(left).toEqual(expect.arrayContaining(before))
    expect(all.length - left.length).toBe(1)
    expect(mock.outbox.length).toBeLessThanOrEqual(mails)
    const again = await ask('POST /v1/teams', { key: 'qa' }, key)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, null])
  })

  test('leaves the log of requests', async () => {
    const mock = createMock()
    await as(mock, admin)('POST /v1/teams', { key: 'qa' })
    mock.undo()
    expect(mock.requests).toHaveLength(1)
  })
})

describe('rewind', () => {
  test('goes to just after a call', async () => {
    const mock = createMock()
    for (const key of ['one', 'two', 'three']) mock.seed({ teams: [{ key }] })
    const [, second] = mock.history
    mock.rewind(second?.id ?? '')
    expect(mock.history).toHaveLength(2)
    const teams = column((await as(mock, admin)('GET /v1/teams')).body, 'key')
    expect(teams.slice(-2)).toEqual(['one', 'two'])
    expect(at(mock.history, 1, 'id')).toBe(second?.id)
  })

  test('names the last call if there is none with the id', () => {
    const mock = createMock()
    expect(() => mock.rewind('req_none')).toThrow(ConfigurationError)
    expect(() => mock.rewind('req_none')).toThrow(
      'The history has no call "req_none". It is empty.',
    )
    mock.seed({ teams: [{ key: 'one' }] })
    const { state } = mock
    expect(() => mock.rewind('req_none')).toThrow(`The last is ${mock.history.at(-1)?.id}.`)
    expect(mock.state).toBe(state)
  })
})
