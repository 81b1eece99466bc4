import { beforeAll, describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { as, at, send } from './ask.ts'

const mock = createMock()
const ask = as(mock, 'admin@acme.test')

const many = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index))

const keys = (count: number, value: unknown): Record<string, unknown> =>
  Object.fromEntries(many(count, (index) => [`k${index}`, value]))

const sizeOf = (body: unknown) => JSON.stringify(body).length

describe('an answer names the first 20 faults and counts the others', () => {
  test.each([
    ['unknown references', { key: 'x', permissions: many(1000, (index) => `use_case:x${index}`) }],
    ['values of the wrong type', { key: 'x', permissions: many(1000, Number) }],
    ['unknown keys', keys(998, 1)],
  ])('%s', async (_, body) => {
    const { status, body: problem } = await ask('POST /v1/roles', body)
    expect(status).toBe(422)
    expect(at(problem, 'errors')).toHaveLength(20)
    expect(at(problem, 'detail')).toMatch(/ And 980 more\.$/)
    expect(sizeOf(problem)).toBeLessThan(8000)
  })

  test('in a batch of questions', async () => {
    const evaluations = many(100, () => ({ subject: { type: 'user', id: 'me' } }))
    const { status, body } = await ask('POST /access/v1/evaluations', { evaluations })
    expect([status, at(body, 'errors', 'length')]).toEqual([400, 20])
    expect(at(body, 'detail')).toMatch(/ And 180 more\.$/)
  })

  test('20 faults are named, and no rest is counted', async () => {
    const permissions = many(20, (index) => `use_case:x${index}`)
    const { body } = await ask('POST /v1/roles', { key: 'x', permissions })
    expect(at(body, 'errors')).toHaveLength(20)
    expect(at(body, 'detail')).not.toMatch(/more\.$/)
  })
})

describe('exceeding a limit of the document is 422, and names the limit', () => {
  test.each([
    [
      'permissions',
      'POST /v1/roles',
      { key: 'x', permissions: many(60_000, String) },
      ['/permissions', 'permissions must have at most 1000 items.'],
    ],
    [
      'teams in one update',
      'PATCH /v1/users/lead@acme.test',
      { teams: keys(101, true) },
      ['/teams', 'teams must have at most 100 keys.'],
    ],
    [
      'a name',
      'POST /v1/teams',
      { key: 'x', name: 'x'.repeat(500_000) },
      ['/name', 'name must have at most 200 characters.'],
    ],
    [
      'a reference',
      'POST /v1/teams',
      { key: 'x', defaultRole: 'x'.repeat(500_000) },
      ['/defaultRole', 'defaultRole must have at most 254 characters.'],
    ],
  ])('%s', async (_, line, body, [pointer, message]) => {
    const { status, body: problem } = await ask(line, body)
    expect([status, at(problem, 'errors')]).toEqual([422, [{ pointer, message }]])
  })

  test('questions in a batch are 400, as the standard demands', async () => {
    const evaluations = many(101, () => ({}))
    const { status, body } = await ask('POST /access/v1/evaluations', { evaluations })
    expect([status, at(body, 'errors', 0, 'message')]).toEqual([
      400,
      'evaluations must have at most 100 items.',
    ])
  })
})

describe('no answer repeats kilobytes of a request', () => {
  const long = 'x'.repeat(60_000)

  test.each([
    ['a path argument', `GET /v1/roles/${long}`, undefined],
    ['an unknown path', `GET /v1/${long}/${long}`, undefined],
    ['a key of a body', 'POST /v1/roles', { [long]: 1 }],
    ['a key of a map', 'PATCH /v1/users/lead@acme.test', { teams: { [long]: true } }],
    ['an item', 'POST /v1/roles', { key: 'x', permissions: [long] }],
    ['an unknown reference', 'POST /v1/roles', { key: 'x', permissions: ['y'.repeat(254)] }],
    ['a query', `GET /v1/users?team=${long}`, undefined],
    ['a name in a query', `GET /v1/users?${long}=1`, undefined],
    ['a type', 'POST /v1/roles', { key: long }],
    ['a control path', `POST /__mock/${long}`, {}],
    ['an unknown user', 'POST /__mock/sessions', { user: `${long}@acme.test` }],
  ])('%s', async (_, line, body) => {
    const { status, body: problem } = await ask(line, body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(sizeOf(problem)).toBeLessThan(2000)
  })

  test('a header', async () => {
    for (const name of ['if-match', 'idempotency-key', 'content-type', 'x-request-id']) {
      const { body } = await ask('DELETE /v1/teams/legacy', undefined, { [name]: long })
      expect(sizeOf(body)).toBeLessThan(2000)
    }
  })

  test('a resource in a question', async () => {
    const id = 'x'.repeat(254)
    const question = {
      subject: { type: 'user', id },
      action: { name: id },
      resource: { type: id, id },
      context: { explain: true },
    }
    const { body } = await ask('POST /access/v1/evaluation', question)
    expect(sizeOf(body)).toBeLessThan(2000)
  })

  test('and the log does not keep it either', async () => {
    await send(mock, `GET /v1/roles/${long}`)
    await ask(`GET /v1/roles/${long}`)
    expect(sizeOf(mock.requests.slice(-2))).toBeLessThan(4000)
    const { body } = await ask('GET /v1/audit?operation=roles.get')
    expect(sizeOf(body)).toBeLessThan(4000)
  })
})

describe('the work of one request is bounded', () => {
  const about = (name: string, args: readonly unknown[], explain = true) => ({
    subject: { type: 'user', id: 'me' },
    action: { name },
    resource: { type: 'organization', id: 'current' },
    context: { explain, args },
  })

  /** A batch that asks 100 times about a batch, and so on. */
  const nested = (depth: number): object => ({
    ...about('access.evaluateAll', depth === 0 ? [{}] : [nested(depth - 1)]),
    evaluations: many(100, () => ({})),
  })

  test.each([1, 2, 4])('by the depth of questions about questions, %i levels', async (depth) => {
    const { status, body } = await ask('POST /access/v1/evaluations', nested(depth))
    expect(status).toBe(200)
    expect(at(body, 'evaluations', 'length')).toBe(100)
    expect(at(body, 'evaluations', 99, 'decision')).toBe(true)
  })

  test('whichever kinds of questions are nested', async () => {
    const wanted = { type: 'user', id: 'x' }
    const inner = nested(3)
    const questions = [
      about('access.evaluate', [inner], false),
      about('access.searchSubjects', [{ ...inner, subject: wanted }]),
      about('access.searchResources', [{ ...inner, resource: wanted }]),
      about('access.searchActions', [inner]),
      about('policy.matrix', [{}]),
      about('users.list', [{ limit: '200' }]),
    ]
    const evaluations = many(96, (index) => questions[index % questions.length])
    const { body } = await ask('POST /access/v1/evaluations', { evaluations })
    const decisions = at(body, 'evaluations')
    expect(Array.isArray(decisions) && decisions.every((one) => at(one, 'decision'))).toBe(true)
  })

  test('and a rehearsed question still reports its faults', async () => {
    const client = mock.client({ as: 'admin@acme.test' })
    const { allowed, status } = await client.can<string>('access.evaluateAll', {
      evaluations: [{ action: { name: 'roles.list' } }],
    })
    expect([allowed, status]).toEqual([false, 400])
    const search = { ...about('roles.list', []), page: { token: 'made-up' } }
    const { code } = await client.can<string>('access.searchSubjects', search)
    expect(code).toBe('invalid_cursor')
    expect((await client.can('users.list', { cursor: 'made-up' })).code).toBe('invalid_cursor')
    expect((await client.can('policy.matrix', { resourceId: 'nobody' })).allowed).toBe(false)
  })

  test('by arguments shared by all questions of a batch', async () => {
    const args = [{ key: 'x', ...keys(5000, 1) }]
    const evaluations = many(100, () => ({}))
    const batch = { ...about('roles.create', args, false), evaluations }
    const { status, body } = await ask('POST /access/v1/evaluations', batch)
    expect([status, body.code]).toEqual([400, 'invalid_request'])
    expect(body.detail).toMatch(/Ask fewer questions at once/)
  })

  test('by reasons: a batch of 100 usual calls may ask for them', async () => {
    const update = about('users.update', ['lead@acme.test', { teams: { legacy: 'admin' } }])
    const evaluations = many(100, () => update)
    const support = as(mock, 'reviewer@acme.test')
    const { status, body } = await support('POST /access/v1/evaluations', { evaluations })
    expect(status).toBe(200)
    expect(at(body, 'evaluations', 99, 'context', 'alternatives', 'length')).toBeGreaterThan(0)
    const teams = keys(100, 'admin')
    const large = many(100, () => about('users.update', ['lead@acme.test', { teams }]))
    const refused = await support('POST /access/v1/evaluations', { evaluations: large })
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid_request'])
  })

  describe('by reasons, in an organization of 200 teams', () => {
    const large = createMock({ hardened: true })
    const admin = as(large, 'admin@acme.test')
    const people = many(100, (index) => `user-${index}@acme.test`)
    const roles = (count: number) =>
      Object.fromEntries(many(count, (index) => [`team-${index}`, 'power_user']))

    beforeAll(async () => {
      for (const index of many(200, Number)) await admin('POST /v1/teams', { key: `team-${index}` })
      for (const email of people) await admin('POST /v1/users', { email })
    })

    test('each decision lists ten alternatives', async () => {
      const { args: _, ...context } = { ...about('users.list', []).context }
      const evaluations = people.map((id) => ({ subject: { type: 'user', id } }))
      const batch = { ...about('users.list', []), context, evaluations }
      const { status, body } = await admin('POST /access/v1/evaluations', batch)
      expect(status).toBe(200)
      const decision = at(body, 'evaluations', 99, 'context')
      expect(at(decision, 'alternatives', 'length')).toBe(10)
      expect(at(decision, 'moreAlternatives')).toBe(195)
      expect(sizeOf(body)).toBeLessThan(1_000_000)
    })

    test('a denial of a hundred changes is no longer than another', async () => {
      const lead = as(large, 'lead@acme.test')
      const update = `PATCH /v1/users/${people[0]}`
      const { status, body } = await lead(update, { teams: roles(100) })
      expect(status).toBe(403)
      expect(at(body, 'decision', 'moreAlternatives')).toBeGreaterThan(0)
      expect(sizeOf(body)).toBeLessThan(5000)
    })

    test('a batch with megabytes of reasons is refused', async () => {
      const lead = as(large, 'lead@acme.test')
      const evaluations = people.map((id) => about('users.update', [id, { teams: roles(9) }]))
      const few = await lead('POST /access/v1/evaluations', {
        evaluations: evaluations.slice(0, 9),
      })
      expect(few.status).toBe(200)
      const { status, body } = await lead('POST /access/v1/evaluations', { evaluations })
      expect([status, body.code]).toEqual([400, 'invalid_request'])
      expect(body.detail).toMatch(/reasons to tell.* Ask fewer questions at once/)
    })
  })

  test('by a search with arguments: its page ends early, and the next one continues', async () => {
    const args = [{ key: 'x', permissions: many(12_000, String) }]
    const question = { ...about('roles.create', args, false), subject: { type: 'user' } }
    const emptyPages: string[] = []
    let token = ''
    do {
      const { body } = await ask('POST /access/v1/search/subject', { ...question, page: { token } })
      expect(at(body, 'results')).toEqual([])
      token = String(at(body, 'page', 'next_token'))
      emptyPages.push(token)
    } while (token !== '')
    expect(new Set(emptyPages).size).toBe(Math.ceil(20 / Math.ceil(50_000 / 12_004)))
  })
})
