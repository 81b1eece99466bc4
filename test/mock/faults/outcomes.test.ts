import { createMock, type FaultRule } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { at } from '../ask.ts'
import { asker, under } from './under.ts'

const team = { key: 'qa', name: 'QA' }

/** The entries of the audit, oldest first. */
function auditOf(ask: ReturnType<typeof asker>): unknown {
  const page: unknown = JSON.parse(ask('GET /v1/audit').body)
  return at(page, 'data')
}

describe('a status', () => {
  test.each<[rule: FaultRule, problem: object]>([
    [{ status: 503 }, { code: 'internal_error', title: 'Internal error' }],
    [{ status: 500 }, { code: 'internal_error' }],
    [{ status: 400 }, { code: 'invalid_request' }],
    [{ status: 401 }, { code: 'unauthenticated' }],
    [{ status: 403 }, { code: 'permission_denied' }],
    [{ status: 404 }, { code: 'not_found', type: 'urn:rolecall:problem:not_found' }],
    [{ status: 409 }, { code: 'invalid_state' }],
    [{ status: 410 }, { code: 'gone' }],
    [{ status: 412 }, { code: 'stale_etag' }],
    [{ status: 415 }, { code: 'unsupported_media_type' }],
    [{ status: 422 }, { code: 'validation_failed' }],
    [{ status: 429 }, { code: 'rate_limited', detail: 'Too many requests.' }],
    [{ status: 413 }, { type: 'about:blank', title: 'Content too large' }],
    [{ status: 499 }, { type: 'about:blank', title: 'Status 499' }],
    [
      {
        status: 409,
        problem: {
          code: 'key_taken',
          title: 'Taken',
          detail: 'It is taken.',
          retryable: false,
          reason: 'mine',
        },
      },
      {
        code: 'key_taken',
        title: 'Taken',
        detail: 'It is taken.',
        retryable: false,
        reason: 'mine',
      },
    ],
  ])('is answered with its problem: %j', (rule, problem) => {
    const mock = under(rule)
    const { status, headers, body } = asker(mock)('GET /v1/users', undefined, {
      'x-request-id': 'mine',
    })
    expect(status).toBe(rule.status)
    expect(headers).toMatchObject({
      'Content-Type': 'application/problem+json',
      'X-Request-Id': 'mine',
    })
    const json: unknown = JSON.parse(body)
    expect(json).toMatchObject({ status: rule.status, instance: 'mine', ...problem })
    expect(json).toHaveProperty('detail')
    expect('code' in problem).toBe(mock.requests[0]?.code !== undefined)
  })

  test('has Retry-After if the rule says so, in seconds', () => {
    const { headers, body } = asker(under({ status: 503, retryAfter: 1200 }))('GET /v1/users')
    expect(headers['Retry-After']).toBe('2')
    expect(body).toContain('Wait 2 seconds.')
  })

  test('comes in place of the platform: nothing changes, and only the log of requests has it', () => {
    const mock = under({ status: 503, times: 1 })
    const before = mock.state
    const ask = asker(mock)
    expect(ask('POST /v1/teams', team, { 'idempotency-key': 'k' }).status).toBe(503)
    expect(mock.state).toBe(before)
    expect(auditOf(ask)).toEqual([])
    expect(mock.requests.filter(({ operation }) => operation === 'teams.create')).toEqual([
      expect.objectContaining({
        operation: 'teams.create',
        actor: 'admin@acme.test',
        args: [team],
        status: 503,
        code: 'internal_error',
        fault: { rules: [0], status: 503, code: 'internal_error', effect: 'before' },
      }),
    ])
    const again = ask('POST /v1/teams', team, { 'idempotency-key': 'k' })
    expect(again.status).toBe(201)
    expect(again.headers).not.toHaveProperty('Idempotency-Replayed')
    expect(mock.requests.at(-1)).not.toHaveProperty('fault')
  })

  test('may come after the effect: the call happened, and a repeat gets its answer', () => {
    const mock = under({ status: 504, effect: 'after', times: 1 })
    const ask = asker(mock)
    expect(ask('POST /v1/teams', team, { 'idempotency-key': 'k' }).status).toBe(504)
    const again = ask('POST /v1/teams', team, { 'idempotency-key': 'k' })
    expect(again).toMatchObject({ status: 201, headers: { 'Idempotency-Replayed': 'true' } })
    expect(auditOf(ask)).toMatchObject([
      { operation: 'teams.create', allowed: true, status: 201 },
      { operation: 'teams.create', replayed: true },
    ])
    expect(mock.requests[0]).toMatchObject({ status: 504, fault: { effect: 'after' } })
  })
})

describe('a broken connection', () => {
  test.each<[rule: FaultRule, status: number, isMade: boolean]>([
    [{ connection: 'refuse' }, 0, false],
    [{ offline: true }, 0, false],
    [{ connection: 'reset' }, 201, true],
    [{ connection: 'cut' }, 201, true],
    [{ connection: 'stall' }, 201, true],
    [{ connection: 'reset', effect: 'before' }, 0, false],
    [{ connection: 'stall', effect: 'before' }, 0, false],
    [{ connection: 'reset', effect: 'after' }, 201, true],
  ])('loses the call or only its answer: %j', (rule, status, isMade) => {
    const mock = under({ on: 'teams.create', ...rule })
    const ask = asker(mock)
    const connection = rule.connection ?? 'refuse'
    expect(ask('POST /v1/teams', team).fault).toEqual({ connection })
    expect(mock.requests[0]).toMatchObject({
      operation: 'teams.create',
      status,
      fault: { rules: [0], connection, effect: isMade ? 'after' : 'before' },
    })
    expect(ask('GET /v1/teams/qa').status).toBe(isMade ? 200 : 404)
  })

  test('an adapter that knows no faults sends an answer all the same', () => {
    expect(asker(under({ offline: true }))('GET /v1/users')).toMatchObject({
      status: 503,
      body: '',
    })
  })
})

describe('a stale etag', () => {
  const stale = { stale: true, times: 1 }

  test('is answered as if somebody else had changed the resource', () => {
    const ask = asker(under(stale))
    const etag = ask('GET /v1/teams/support').headers.ETag ?? ''
    const update = () => ask('PATCH /v1/teams/support', { name: 'Help' }, { 'if-match': etag })
    const refused = update()
    expect(refused.status).toBe(412)
    expect(refused.body).toContain('somebody else has changed the resource')
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'stale_etag' })
    expect(update().status).toBe(200)
  })

  test('strikes no call without If-Match, with *, or of an operation that takes none', () => {
    const mock = under({ stale: true })
    const ask = asker(mock)
    expect(ask('PATCH /v1/teams/support', { name: 'A' }).status).toBe(200)
    expect(ask('PATCH /v1/teams/support', { name: 'B' }, { 'if-match': '*' }).status).toBe(200)
    expect(ask('GET /v1/teams/support', undefined, { 'if-match': '"x"' }).status).toBe(200)
    expect(mock.requests.every(({ fault }) => fault === undefined)).toBe(true)
  })

  test('comes after the refusals that come before it: sight, rights, the shape of the body', () => {
    const mock = under({ stale: true })
    const ifMatch = { 'if-match': '"x"' }
    const ask = asker(mock)
    expect(ask('PATCH /v1/teams/nothing', { name: 'A' }, ifMatch).status).toBe(404)
    expect(ask('PATCH /v1/teams/support', { nam: 'A' }, ifMatch).status).toBe(422)
    expect(
      asker(mock, 'reviewer@acme.test')('PATCH /v1/teams/support', { name: 'A' }, ifMatch).status,
    ).toBe(403)
    expect(mock.requests[0]?.fault).toEqual({ rules: [0], stale: true })
  })
})

describe('a rate', () => {
  const rate = { requests: 2, per: 10_000 }

  test('refuses with 429 when the bucket is empty, and says when to come again', () => {
    const mock = under({ on: 'users.*', rate })
    const ask = asker(mock)
    expect(ask('GET /v1/users').headers).toMatchObject({
      RateLimit: '"rule-0";r=1;t=5',
      'RateLimit-Policy': '"rule-0";q=2;w=10',
    })
    expect(ask('GET /v1/me').headers).toMatchObject({ RateLimit: '"rule-0";r=0;t=5' })
    const refused = ask('GET /v1/users')
    expect(refused).toMatchObject({
      status: 429,
      headers: {
        'Retry-After': '5',
        RateLimit: '"rule-0";r=0;t=5',
        'RateLimit-Policy': '"rule-0";q=2;w=10',
      },
    })
    expect(JSON.parse(refused.body)).toMatchObject({
      code: 'rate_limited',
      detail: 'Too many requests. Wait 5 seconds.',
    })
    expect(ask('GET /v1/teams').headers).not.toHaveProperty('RateLimit')
  })

  test('has a bucket for each user', () => {
    const mock = under({ rate: { requests: 1, per: 1000 } })
    const lead = asker(mock, 'lead@acme.test')
    const admin = asker(mock)
    expect([admin, admin, lead, lead].map((ask) => ask('GET /v1/me').status)).toEqual([
      200, 429, 200, 429,
    ])
  })

  test("refills by the mock's clock, up to its size", () => {
    const mock = under({ on: 'users.*', rate })
    const ask = asker(mock)
    const drain = () => [1, 2, 3].map(() => ask('GET /v1/me').status)
    expect(drain()).toEqual([200, 200, 429])
    mock.clock.advance('4 seconds')
    expect(ask('GET /v1/me').headers['Retry-After']).toBe('1')
    mock.clock.advance('1 second')
    expect(ask('GET /v1/me').status).toBe(200)
    mock.clock.set('2026-01-05T12:00:00Z')
    expect(drain()).toEqual([200, 200, 429])
    mock.clock.set('2026-01-05T08:00:00Z')
    expect(drain()).toEqual([429, 429, 429])
  })

  test('with a share or a number limits only those calls; the other members of its problem are free', () => {
    const mock = under({
      rate: { requests: 1, per: 1000 },
      nth: { from: 2 },
      problem: { detail: 'Slow down.' },
    })
    const ask = asker(mock)
    expect([1, 2, 3].map(() => ask('GET /v1/me').status)).toEqual([200, 200, 429])
    expect(ask('GET /v1/me').body).toContain('Slow down.')
  })

  test('two limits are two members of each header', () => {
    const mock = createMock({
      faults: {
        rules: [
          { rate: { requests: 5, per: 1000 } },
          { on: 'users.me', rate: { requests: 1, per: 60_000 } },
        ],
      },
    })
    expect(asker(mock)('GET /v1/me').headers).toMatchObject({
      RateLimit: '"rule-0";r=4;t=1, "rule-1";r=0;t=60',
      'RateLimit-Policy': '"rule-0";q=5;w=1, "rule-1";q=1;w=60',
    })
  })
})
