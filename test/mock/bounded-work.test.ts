import { beforeAll, describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { as, at } from './ask.ts'
import { many, keys, sizeOf } from './many.ts'

const mock = createMock()
const ask = as(mock, 'admin@acme.test')

describe('the work of one request is bounded', () => {
  const about = (name: string, args: readonly unknown[], explain = true) => ({
    subject: { type: 'user', id: 'me' },
    action: { name },
    resource: { type: 'organization', id: 'current' },
    context: { rolecall: { explain, args } },
  })

  /** A batch that asks 100 times about a batch, and so on. */
  const nested = (depth: number): object => ({
    ...about('access.evaluateAll', depth === 0 ? [{}] : [nested(depth - 1)]),
    evaluations: many(100, () => ({})),
  })

  test.each([1, 2, 3])('by the depth of questions about questions, %i levels', async (depth) => {
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
      action: { name: 'roles.list' },
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
      const { args: _, ...rolecall } = { ...about('users.list', []).context.rolecall }
      const evaluations = people.map((id) => ({ subject: { type: 'user', id } }))
      const batch = { ...about('users.list', []), context: { rolecall }, evaluations }
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
