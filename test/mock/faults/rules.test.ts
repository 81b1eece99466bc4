import { createMock, type FaultRule } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { asker, statusesOf, under } from './under.ts'

describe('a rule strikes', () => {
  test.each<[on: FaultRule['on'], struck: readonly string[], spared: readonly string[]]>([
    ['users.list', ['GET /v1/users', 'HEAD /v1/users'], ['GET /v1/me', 'GET /v1/teams']],
    ['users.*', ['GET /v1/users', 'GET /v1/me', 'POST /v1/users'], ['GET /v1/teams']],
    ['*.list', ['GET /v1/users', 'GET /v1/projects/p/members'], ['GET /v1/me']],
    ['projects.*', ['GET /v1/projects', 'GET /v1/projects/p/members'], ['GET /v1/teams']],
    [['users.me', 'team*.get'], ['GET /v1/me', 'GET /v1/teams/support'], ['GET /v1/users']],
    ['*', ['GET /v1/users', 'GET /.well-known/authzen-configuration'], ['GET /v1/nowhere']],
    [undefined, ['GET /v1/users', 'GET /v1/nowhere', 'PUT /v1/users'], []],
  ])('the operations of on: %j', (on, struck, spared) => {
    const ask = asker(under({ ...(on && { on }), status: 503 }))
    for (const line of struck) expect([line, ask(line).status]).toEqual([line, 503])
    for (const line of spared) expect([line, ask(line).status]).not.toEqual([line, 503])
  })

  test('the callers of as, by e-mail address in any case or by id', () => {
    const mock = createMock()
    const lead = mock.users().find(({ email }) => email === 'lead@acme.test')?.id ?? ''
    mock.faults.set({ rules: [{ as: ['ADMIN@acme.test', lead], status: 503 }] })
    expect(asker(mock)('GET /v1/me').status).toBe(503)
    expect(asker(mock, 'lead@acme.test')('GET /v1/me').status).toBe(503)
    expect(asker(mock, 'reviewer@acme.test')('GET /v1/me').status).toBe(200)
    expect(asker(mock, null)('GET /v1/me').status).toBe(401)
  })

  test('everyone without as, also without a token', () => {
    expect(asker(under({ status: 503 }), null)('GET /v1/me').status).toBe(503)
  })

  test('nobody who does not exist, which is no mistake', () => {
    expect(statusesOf(under({ as: 'nobody@acme.test', status: 503 }), 1)).toEqual([200])
  })

  test.each<[rule: FaultRule, struck: readonly number[]]>([
    [{ times: 3 }, [1, 2, 3]],
    [{ nth: 2 }, [2]],
    [{ nth: [1, 4] }, [1, 4]],
    [{ nth: { every: 3 } }, [3, 6, 9]],
    [{ nth: { every: 3, from: 2 } }, [2, 5, 8]],
    [{ nth: { from: 8 } }, [8, 9, 10]],
    [{ nth: { from: 3, to: 5 } }, [3, 4, 5]],
    [{ nth: { every: 2, to: 5 } }, [2, 4]],
    [{ nth: { every: 2 }, times: 2 }, [2, 4]],
    [{ share: 0 }, []],
    [{ share: 1 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ])('by the number of the call: %j', (rule, struck) => {
    const statuses = statusesOf(under({ ...rule, status: 503 }), 10)
    const numbers = statuses.flatMap((status, index) => (status === 503 ? [index + 1] : []))
    expect(numbers).toEqual(struck)
  })

  test('only calls that match count', () => {
    const mock = under({ on: 'users.list', as: 'admin@acme.test', nth: 2, status: 503 })
    const ask = asker(mock)
    asker(mock, 'lead@acme.test')('GET /v1/users')
    ask('GET /v1/me')
    expect(ask('GET /v1/users').status).toBe(200)
    expect(ask('GET /v1/users').status).toBe(503)
  })

  test('about as many calls as its share says, by the seed', () => {
    const mock = under({ share: 0.2, status: 503 })
    const statuses = statusesOf(mock, 2000)
    const count = statuses.filter((status) => status === 503).length
    expect(count).toBeGreaterThan(340)
    expect(count).toBeLessThan(460)
    mock.reset()
    expect(statusesOf(mock, 2000)).toEqual(statuses)
    expect(
      statusesOf(createMock({ seed: 2, faults: mock.faults.plan ?? { rules: [] } }), 2000),
    ).not.toEqual(statuses)
    mock.faults.set({ seed: 2, rules: [{ share: 0.2, status: 503 }] })
    expect(statusesOf(mock, 2000)).not.toEqual(statuses)
  })

  test("within a window of the mock's clock", () => {
    const mock = under({
      while: { from: '2026-02-01T00:00:00Z', until: '2026-02-02T00:00:00+01:00' },
      status: 503,
    })
    const at = (instant: string) => {
      mock.clock.set(instant)
      return statusesOf(mock, 1)[0]
    }
    expect(at('2026-01-31T23:59:59.999Z')).toBe(200)
    expect(at('2026-02-01T00:00:00Z')).toBe(503)
    expect(at('2026-02-01T22:59:59.999Z')).toBe(503)
    expect(at('2026-02-01T23:00:00Z')).toBe(200)
  })
})

describe('several rules', () => {
  test('the first that strikes decides, and latencies add up', () => {
    const mock = under(
      { latency: 100 },
      { on: 'users.*', status: 503, latency: 20, times: 1 },
      { status: 500, times: 1, latency: 3000 },
      { on: 'users.list', latency: 7 },
    )
    const ask = asker(mock)
    expect(ask('GET /v1/users')).toMatchObject({ status: 503, fault: { latency: 127 } })
    expect(ask('GET /v1/users')).toMatchObject({ status: 500, fault: { latency: 3107 } })
    expect(ask('GET /v1/users')).toMatchObject({ status: 200, fault: { latency: 107 } })
    expect(ask('GET /v1/me')).toMatchObject({ status: 200, fault: { latency: 100 } })
    const faults = mock.requests.map(({ fault }) => fault?.rules)
    expect(faults).toEqual([[0, 1, 3], [0, 2, 3], [0, 3], [0]])
  })

  test('a rule counts the calls that an earlier one decides', () => {
    const mock = under({ status: 503, nth: 1 }, { status: 500, nth: 2 })
    expect(statusesOf(mock, 3)).toEqual([503, 500, 200])
  })
})

describe('latencies', () => {
  test('of a distribution have its median and its 99th percentile', () => {
    const mock = under({ latency: { median: 200, p99: 1500 } })
    const ask = asker(mock)
    const latencies = Array.from({ length: 4000 }, () => ask('GET /v1/me').fault?.latency ?? 0)
    const sorted = latencies.toSorted((a, b) => a - b)
    expect(sorted[2000]).toBeGreaterThan(185)
    expect(sorted[2000]).toBeLessThan(215)
    expect(sorted[3960]).toBeGreaterThan(1200)
    expect(sorted[3960]).toBeLessThan(1900)
    expect(latencies.every(Number.isInteger)).toBe(true)
  })

  test('of 0 leave no fault', () => {
    const mock = under({ latency: 0 })
    expect(asker(mock)('GET /v1/me').fault).toBeUndefined()
  })
})

describe('mock.faults', () => {
  test('has the plan in force, starts another from its beginning, and ends it', () => {
    const mock = createMock()
    expect(mock.faults.plan).toBeUndefined()
    const plan = { rules: [{ status: 503, times: 1 }] }
    mock.faults.set(plan)
    expect(mock.faults.plan).toEqual(plan)
    expect(statusesOf(mock, 2)).toEqual([503, 200])
    mock.faults.set(plan)
    expect(statusesOf(mock, 2)).toEqual([503, 200])
    mock.faults.set({ rules: [{ status: 500 }] })
    mock.faults.clear()
    expect(mock.faults.plan).toBeUndefined()
    expect(statusesOf(mock, 1)).toEqual([200])
  })

  test('a reset ends a plan that was set, and starts the one that createMock was given', () => {
    const mock = createMock()
    mock.faults.set({ rules: [{ status: 503 }] })
    mock.reset()
    expect(mock.faults.plan).toBeUndefined()

    const faulty = under({ status: 503, times: 1 })
    expect(statusesOf(faulty, 2)).toEqual([503, 200])
    faulty.faults.clear()
    faulty.reset()
    expect(statusesOf(faulty, 2)).toEqual([503, 200])
  })

  test('a fork goes on with the counts of its original, each on its own', () => {
    const mock = under({ on: 'users.list', status: 503, times: 3 })
    expect(statusesOf(mock, 1)).toEqual([503])
    const fork = mock.fork()
    expect(statusesOf(fork, 3)).toEqual([503, 503, 200])
    fork.faults.clear()
    expect(statusesOf(mock, 3)).toEqual([503, 503, 200])
    expect(mock.faults.plan).toBeDefined()
  })

  test('a fault strikes before an override is asked', () => {
    const mock = under({ on: 'users.me', status: 503, times: 1 })
    mock.override('users.me', ({ next }) => ({ ...next(), name: 'Overridden' }))
    const ask = asker(mock)
    expect(ask('GET /v1/me').status).toBe(503)
    expect(ask('GET /v1/me').body).toContain('Overridden')
  })

  test('never strikes the paths that control the mock', () => {
    const mock = under({ offline: true })
    const ask = asker(mock, null)
    expect(ask('POST /__mock/sessions', { user: 'admin@acme.test' })).toMatchObject({ status: 200 })
    expect(ask('POST /__mock/sessions', { user: 'admin@acme.test' }).fault).toBeUndefined()
    expect(mock.token('admin@acme.test')).toMatch(/./)
  })
})
