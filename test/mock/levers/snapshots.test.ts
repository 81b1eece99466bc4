import { createMock, type Mock, type Snapshot } from 'rolecall/mocks'
import { policies, type Policy } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../policy/tools/library.ts'
import { as, at, text } from '../ask.ts'

const admin = 'admin@acme.test'

/** The snapshot as a file or a request would bring it. */
const sent = (mock: Mock, options?: Parameters<Mock['snapshot']>[0]): Snapshot =>
  JSON.parse(JSON.stringify(mock.snapshot(options)))

const bytes = (mock: Mock): string => JSON.stringify(mock.snapshot())

/** A mock with something in every part of a snapshot. */
async function used(mock: Mock = createMock()): Promise<Mock> {
  const ask = as(mock, admin)
  await ask('POST /v1/teams', { key: 'qa' }, { 'idempotency-key': 'create-qa' })
  await ask('POST /v1/users', { email: 'robot@acme.test', type: 'service' })
  await as(mock, 'lead@acme.test')('POST /v1/roles', { key: 'mine', permissions: [] })
  return mock
}

describe.each([...Object.values<Policy>(policies), readLibrary()])('under $name', (policy) => {
  test('a mock made from a snapshot equals the first, and goes on equally', async () => {
    const mock = createMock({ policy })
    const [person = ''] = mock.users().map(({ email }) => email)
    const go = async (one: Mock, key: string) => {
      const made = await as(one, person)('POST /v1/teams', { key })
      return [made.status, made.body.id]
    }
    await go(mock, 'first')
    const snapshot = sent(mock)
    const other = createMock({ snapshot })
    expect([other.state, bytes(other)]).toEqual([mock.state, bytes(mock)])
    expect(other.policy).toEqual(mock.policy)
    expect(await go(other, 'second')).toEqual(await go(mock, 'second'))
    expect([other.state, bytes(other)]).toEqual([mock.state, bytes(mock)])
  })

  test('a reset of it goes to the snapshot', async () => {
    const mock = createMock({ policy })
    const [person = ''] = mock.users().map(({ email }) => email)
    await as(mock, person)('POST /v1/teams', { key: 'first' })
    const other = createMock({ snapshot: sent(mock) })
    await as(other, person)('POST /v1/teams', { key: 'second' })
    other.reset()
    expect(other.state).toBe(mock.state)
  })
})

test('a policy of its own goes in whole, one of the package by name', () => {
  const own = readLibrary()
  expect(createMock({ policy: own }).snapshot().policy.data).toEqual(own)
  expect(createMock().snapshot().policy).not.toHaveProperty('data')
  expect(createMock({ hardened: true }).snapshot().policy).toMatchObject({
    name: 'adaptive',
    hardened: true,
  })
})

describe('another mock', () => {
  test('has the audit, the mails and the time', async () => {
    const mock = await used(createMock({ policy: 'bigml' }))
    await as(mock, admin)('POST /v1/users', { email: 'new@acme.test' })
    const other = createMock({ policy: 'bigml' })
    other.restore(sent(mock))
    const audit = await as(mock, admin)('GET /v1/audit')
    expect((await as(other, admin)('GET /v1/audit')).body).toEqual(audit.body)
    expect(other.outbox).toEqual(mock.outbox)
    expect(other.clock.now).toBe(mock.clock.now)
  })

  test('replays a call with an idempotency key, and does not make it again', async () => {
    const snapshot = sent(await used())
    const other = createMock({ snapshot })
    const before = other.state
    const again = await as(other, admin)(
      'POST /v1/teams',
      { key: 'qa' },
      { 'idempotency-key': 'create-qa' },
    )
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
    expect(other.state).toBe(before)
  })

  test('accepts the tokens of the same seed', async () => {
    const mock = await used()
    const authorization = `Bearer ${mock.token('lead@acme.test')}`
    const other = createMock({ snapshot: sent(mock) })
    const me = await other.fetch('/v1/me', { headers: { authorization } })
    expect(await me.json()).toMatchObject({ email: 'lead@acme.test' })
  })

  test('is as hardened and as terse as the first, unless its own options say otherwise', () => {
    const snapshot = sent(createMock({ hardened: true, explain: 'nothing' }))
    expect(createMock({ snapshot }).snapshot()).toMatchObject({ explain: 'nothing' })
    const own = createMock({ snapshot, hardened: false, explain: 'all' }).snapshot()
    expect([own.policy.hardened, own.explain]).toEqual([false, 'all'])
    const restored = createMock()
    restored.restore(snapshot)
    expect(restored.snapshot()).toEqual(snapshot)
  })

  test('has the scenario of the first', () => {
    const known = createMock({ policy: 'ica', scenario: 'acme' })
    expect(createMock({ snapshot: sent(known) }).scenario).toBe(known.scenario)
    const scenario = { ...createMock().scenario, name: 'mine' }
    const own = createMock({ snapshot: sent(createMock({ scenario })) })
    expect(own.scenario).toMatchObject({ name: 'mine', personas: scenario.personas })
    expect(own.users()).toEqual(createMock({ scenario }).users())
  })

  test('keeps on counting what coverage sees', async () => {
    const mock = createMock()
    mock.restore(sent(mock))
    await as(mock, admin)('GET /v1/roles')
    expect(mock.coverage().totals.operations.allowed.seen).toBe(1)
  })
})

test('restore begins the log and the history anew; overrides, faults and listeners stay', async () => {
  const mock = await used()
  const heard: string[] = []
  mock.onRequest(({ path }) => heard.push(path))
  mock.override('users.list', () => ({ data: [], nextCursor: null }))
  mock.faults.set({ rules: [{ on: 'roles.list', status: 503 }] })
  mock.restore(sent(createMock()))
  expect([mock.requests, mock.history, mock.state]).toEqual([[], [], createMock().state])
  const ask = as(mock, admin)
  expect((await ask('GET /v1/users')).body.data).toEqual([])
  expect((await ask('GET /v1/roles')).status).toBe(503)
  expect(heard).toEqual(['/v1/users', '/v1/roles'])
})

test('a snapshot is not changed by what happens later, nor by what it is restored to', async () => {
  const mock = await used()
  const snapshot = mock.snapshot()
  const before = JSON.stringify(snapshot)
  await as(mock, admin)('DELETE /v1/teams/qa')
  mock.restore(snapshot)
  await as(mock, admin)('DELETE /v1/teams/qa')
  expect(JSON.stringify(snapshot)).toBe(before)
})

describe('without secrets', () => {
  async function withSecrets() {
    const mock = createMock({ policy: 'superannotate' })
    const ask = as(mock, admin)
    const robot = await ask('POST /v1/users', { email: 'helper@acme.test', type: 'service' })
    const token = await ask('POST /v1/tokens', { name: 'mine' })
    const keys = [robot, token].map(({ body }) =>
      typeof body.apiKey === 'string' ? body.apiKey : at(body, 'value'),
    )
    return { mock, secrets: keys.filter((key): key is string => typeof key === 'string'), token }
  }

  test('it says so, and holds none', async () => {
    const { mock, secrets } = await withSecrets()
    expect(secrets.length).toBeGreaterThan(0)
    const shared = sent(mock, { secrets: false })
    expect([shared.secrets, mock.snapshot().secrets]).toEqual([false, true])
    expect([shared.log.kept, shared.state.keys]).toEqual([[], []])
    for (const secret of secrets) expect(JSON.stringify(shared)).not.toContain(secret)
  })

  test('nobody signs in with a token or key', async () => {
    const { mock, secrets } = await withSecrets()
    const other = createMock({ snapshot: sent(mock, { secrets: false }) })
    for (const secret of [...secrets, 'left out: ', 'undefined']) {
      const headers = { authorization: `Bearer ${secret}` }
      // oxlint-disable-next-line no-await-in-loop
      expect((await other.fetch('/v1/me', { headers })).status).toBe(401)
    }
    const personal = await other.fetch('/v1/me', {
      headers: { authorization: `Bearer ${mock.token(admin)}` },
    })
    expect(personal.status).toBe(200)
  })

  test('a token is there, and shown without its value', async () => {
    const { mock, token } = await withSecrets()
    const path = `GET /v1/tokens/${text(token.body, 'id')}`
    const other = createMock({ snapshot: sent(mock, { secrets: false }) })
    const { value: _, ...rest } = (await as(mock, admin)(path)).body
    expect((await as(other, admin)(path)).body).toEqual(rest)
  })

  test('a repeat of a call makes it again', async () => {
    const mock = await used()
    const other = createMock({ snapshot: sent(mock, { secrets: false }) })
    const key = { 'idempotency-key': 'create-qa' }
    expect((await as(other, admin)('POST /v1/teams', { key: 'qa' }, key)).status).toBe(409)
  })
})
