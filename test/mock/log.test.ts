import { createMock, type Mock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'

const start = (mock: Mock = createMock()) => {
  const last = () => {
    const entry = mock.requests.at(-1)
    if (!entry) throw new Error('Nothing was logged.')
    return entry
  }
  return { mock, last, as: (name: string) => mock.client({ as: `${name}@acme.test` }) }
}

describe('an entry has the question', () => {
  test('arguments as call takes them, and the body', async () => {
    const { last, as } = start()
    const admin = as('admin')
    await admin.roles.create({ key: 'auditor', permissions: ['use_case:read'] })
    const body = { key: 'auditor', permissions: ['use_case:read'] }
    expect(last()).toMatchObject({ operation: 'roles.create', status: 201, args: [body], body })
    expect(last()).not.toHaveProperty('query')
    await admin.users.update('scientist@acme.test', { teams: { support: 'auditor', legacy: null } })
    expect(last()).toMatchObject({
      operation: 'users.update',
      args: ['scientist@acme.test', { teams: { support: 'auditor', legacy: null } }],
      body: { teams: { support: 'auditor', legacy: null } },
    })
    await admin.users.me()
    expect(last()).toMatchObject({ operation: 'users.me', args: [] })
    expect(last()).not.toHaveProperty('body')
  })

  test('the query as sent, and its values as arguments', async () => {
    const { last, as, mock } = start()
    await as('admin').users.list({ team: 'support', limit: 2 })
    expect(last()).toMatchObject({
      operation: 'users.list',
      args: [{ team: 'support', limit: 2 }],
      query: { team: 'support', limit: '2' },
    })
    await mock.fetch('/v1/nothing?a=1&a=2&b=')
    expect(last()).toMatchObject({ status: 404, query: { a: ['1', '2'], b: '' } })
    expect(last()).not.toHaveProperty('args')
  })

  test('also for a call that is refused before it is parsed', async () => {
    const { last, mock } = start()
    const headers = { 'content-type': 'application/json' }
    await mock.fetch('/v1/roles', { method: 'POST', headers, body: '{"key":"auditor"}' })
    expect(last()).toMatchObject({
      status: 401,
      args: [{ key: 'auditor' }],
      body: { key: 'auditor' },
    })
    const token = mock.token('admin@acme.test')
    const authorization = `Bearer ${token}`
    const broken = { method: 'POST', headers: { ...headers, authorization }, body: '{"key":' }
    await mock.fetch('/v1/roles', broken)
    expect(last()).toMatchObject({ status: 400, body: '{"key":' })
    expect(last()).not.toHaveProperty('args')
  })

  test('arguments only if all are present', async () => {
    const { last, mock, as } = start()
    const headers = { authorization: `Bearer ${mock.token('admin@acme.test')}` }
    const long = 'x'.repeat(10_001)
    await as('admin')
      .teams.create({ key: 'long', name: long })
      .catch(() => {})
    expect(last()).toMatchObject({ operation: 'teams.create', status: 422 })
    expect(last()).not.toHaveProperty('args')
    await mock.fetch(`/v1/users?team=${long}`, { headers })
    expect(last()).toMatchObject({ operation: 'users.list', note: expect.stringContaining('10') })
    expect(last()).not.toHaveProperty('args')
    await mock.fetch('/v1/users', { headers })
    expect(last()).toMatchObject({ operation: 'users.list', args: [] })
    // A query parameter that the operation does not take is no argument.
    for (const query of ['a=1', `a=${long}`]) {
      await mock.fetch(`/v1/teams/support?${query}`, { headers })
      expect(last()).toMatchObject({ operation: 'teams.get', args: ['support'] })
    }
  })
})

describe('an entry has the answer', () => {
  test('to can, even if the caller gets no explanation', async () => {
    const { last, as } = start(createMock({ explain: 'nothing' }))
    const body = { key: 'mine', permissions: [] }
    const told = await as('watcher').can('roles.create', body)
    expect(told.alternatives).toEqual([])
    expect(last()).toMatchObject({
      operation: 'access.evaluate',
      actor: 'watcher@acme.test',
      status: 200,
      body: {
        subject: { type: 'user', id: 'me' },
        action: { name: 'roles.create' },
        context: { rolecall: { args: [body] } },
      },
      question: {
        subject: { type: 'user', id: 'me' },
        action: 'roles.create',
        resource: { type: 'organization', id: 'current' },
        args: [body],
      },
      decision: {
        allowed: false,
        action: 'roles.create',
        rule: 'AD-04',
        alternatives: [
          {
            calls: [
              {
                operation: 'users.update',
                by: ['admin@acme.test', 'platform@acme.test', 'deputy@acme.test'],
              },
            ],
          },
        ],
      },
    })
  })

  test('to each question of a batch', async () => {
    const { last, as } = start()
    await as('lead').can.all({ list: ['users.list'], make: ['teams.create', { key: 'new' }] })
    expect(last()).toMatchObject({
      operation: 'access.evaluateAll',
      body: {
        evaluations: [{ action: { name: 'users.list' } }, { action: { name: 'teams.create' } }],
      },
      questions: [
        { action: 'users.list', args: [] },
        { action: 'teams.create', args: [{ key: 'new' }] },
      ],
      decisions: [
        { action: 'users.list', allowed: true },
        { action: 'teams.create', allowed: false, rule: 'AD-05' },
      ],
    })
    expect(last()).not.toHaveProperty('decision')
    expect(last()).not.toHaveProperty('question')
    expect(last()).not.toHaveProperty('rule')
  })

  test('to evaluate without reasons, and to a denied call', async () => {
    const { last, as } = start()
    const watcher = as('watcher')
    const resource = { type: 'organization', id: 'current' }
    const subject = { type: 'user', id: 'me' }
    await watcher.access.evaluate({ subject, action: { name: 'teams.create' }, resource })
    expect(last().decision).toMatchObject({ outcome: 'no', rule: 'AD-05' })
    await watcher.teams.create({ key: 'new' }).catch(() => {})
    expect(last()).toMatchObject({
      status: 403,
      args: [{ key: 'new' }],
      decision: { action: 'teams.create', allowed: false },
    })
  })
})

describe('entries are immutable, and a list of them does not grow', () => {
  test('entries are frozen, and each read gives a new list', async () => {
    const { mock, last, as } = start()
    await as('lead').can('roles.create', { key: 'mine', permissions: [] })
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(isFrozen))
    const before = mock.requests
    expect(before).toHaveLength(1)
    expect(isFrozen(before)).toBe(true)
    expect(JSON.parse(JSON.stringify(last()))).toEqual(last())
    await as('lead').users.me()
    expect(before).toHaveLength(1)
    expect(mock.requests).toHaveLength(2)
  })

  test('who may run a remedy is recorded as of the question', async () => {
    const { last, as } = start()
    await as('lead').can('roles.create', { key: 'mine', permissions: [] })
    const entry = last()
    const helpers = entry.decision?.alternatives[0]?.calls[0]?.by
    await as('admin').users.update('deputy@acme.test', { teams: { admin: null } })
    expect(entry.decision?.alternatives[0]?.calls[0]?.by).toEqual(helpers)
    expect(helpers).toContain('deputy@acme.test')
  })
})

describe('entries contain no secret', () => {
  test('neither the token of the request, wherever it stands, nor one that was created', async () => {
    const { mock, as } = start(createMock({ policy: 'superannotate' }))
    const owner = as('admin')
    const { id, value = '' } = await owner.tokens.create({ name: 'export' })
    await owner.tokens.get(id)
    const token = mock.token('plain@acme.test')
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ name: token, password: 'hunter2', note: [`was ${value}`] })
    await mock.fetch('/v1/organization', { method: 'PATCH', headers, body })
    await mock.fetch(`/v1/projects/${token}?team=${value}&access_token=hunter2`, { headers })
    const foreign = 'eyJhbGciOi.JIUzI1NiJ9.c2VjcmV0'
    const stranger = { authorization: `Bearer ${foreign}` }
    await mock.fetch(`/v1/roles/${foreign}`, { headers: stranger })
    await mock.fetch('/v1/roles', { method: 'POST', headers: stranger, body: `token ${foreign}` })
    const text = JSON.stringify(mock.requests)
    for (const secret of [token, value, foreign, 'hunter2']) expect(text).not.toContain(secret)
    expect(text).toContain('[token]')
  })
})

describe('the log is bounded', () => {
  test('a long body is left out, and a long text is cut', async () => {
    const { last, as } = start()
    const admin = as('admin')
    await admin.teams.create({ key: 'long', name: 'x'.repeat(9000) }).catch(() => {})
    expect(JSON.stringify(last()).length).toBeLessThan(4000)
    expect(last().body).toMatchObject({ key: 'long' })
    await admin.teams.create({ key: 'long', name: 'x'.repeat(20_000) }).catch(() => {})
    expect(last()).toMatchObject({ note: expect.stringContaining('20') })
    expect(last()).not.toHaveProperty('body')
  })

  test('the oldest entries go when the whole is too long', () => {
    const { mock } = start()
    const headers = {
      authorization: `Bearer ${mock.token('admin@acme.test')}`,
      'content-type': 'application/json',
    }
    // 900 characters of JSON beside each other eleven times, and as many in the arguments.
    const description = 'x'.repeat(900)
    const body = JSON.stringify(Array.from({ length: 11 }, () => description))
    const sent = { method: 'POST', path: '/v1/roles', query: '', headers, body }
    for (let count = 0; count < 2700; count += 1) mock.handle(sent)
    expect(JSON.stringify(mock.requests).length).toBeLessThan(60_000_000)
    expect(mock.requests.length).toBeGreaterThan(2000)
    expect(mock.requests.length).toBeLessThan(2700)
    expect(mock.requests.at(-1)?.status).toBe(422)
  })
})
