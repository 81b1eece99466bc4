import assert from 'node:assert/strict'
import { createClient, PermissionDeniedError, UnprocessableEntityError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { render } from 'rolecall/notebook'
import { describe, expect, test } from 'vitest'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import { answeredWith, json, errorOf } from './answered-with.ts'

const ids = Object.keys(operations).filter((id): id is OperationId => id in operations)
const isList = (id: OperationId) => {
  const { method, input } = operations[id]
  return id.endsWith('.list') && method === 'GET' && input === 'query'
}
const answers = ids.filter((id) => operations[id].method !== 'DELETE')

/** Arguments for any call: a value for each path argument, then an empty body or query. */
const argsOf = (id: OperationId) => [...operations[id].parameters.map(() => 'a'), {}]

const nowhere: [what: string, text: string | null, status?: number][] = [
  ['HTML', '<!doctype html><title>Login</title>'],
  ['nothing', ''],
  ['204', null, 204],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"abc"'],
  ['a number', '42'],
  ['a boolean', 'true'],
]

describe.each(answers)('%s', (id) => {
  test.each(nowhere)('answered with %s is an APIError with its name', async (_, text, status) => {
    const error = await errorOf(answeredWith(text, status).call<string>(id, ...argsOf(id)))
    expect(error).toMatchObject({ name: 'APIError', code: 'unexpected_answer' })
    expect(error.message).toContain(`${id} was answered ${status ?? 200}`)
  })
})

describe.each(answers.filter(isList))('the list %s', (id) => {
  test.each([
    {},
    { data: 'abc', nextCursor: null },
    { data: null, nextCursor: null },
    { data: {}, nextCursor: null },
    { data: ['abc'], nextCursor: null },
    { data: [null], nextCursor: null },
    { data: [] },
    { data: [], nextCursor: 5 },
    { data: [], nextCursor: {} },
    { roles: [], nextCursor: null },
  ])('%j is no page: an APIError, for the page and for the iteration', async (body) => {
    const call = () => json(body).call<string>(id, ...argsOf(id))
    expect((await errorOf(call())).message).toContain(`${id} was answered 200`)
    const walk = async () => {
      const list: unknown = call()
      assert(typeof list === 'object' && list !== null && Symbol.asyncIterator in list)
      const pages: unknown = Reflect.apply(Reflect.get(list, 'toArray'), list, [])
      await pages
    }
    expect((await errorOf(walk())).message).toContain(`${id} was answered 200`)
  })
})

test('a later page is checked as the first is', async () => {
  let pages = 0
  const fetch = async () =>
    Response.json(pages++ ? { data: 'abc' } : { data: [{ key: 'a' }], nextCursor: 'b' })
  const { roles } = createClient({ baseUrl: 'https://platform.example', fetch })
  const { message } = await errorOf(roles.list().toArray())
  expect(message).toContain('roles.list was answered 200')
})

test('an update by a function needs an etag', async () => {
  const { roles } = json({ key: 'reviewer' })
  const { message } = await errorOf(roles.update('reviewer', ({ name }) => ({ name })))
  expect(message).toContain('roles.get was answered 200 with no etag')
})

test.each([
  ['access.searchSubjects', { results: 'abc', page: { next_token: '' } }],
  ['access.searchResources', { results: null, page: { next_token: '' } }],
  ['access.searchActions', { results: ['roles.list'], page: { next_token: '' } }],
  ['access.searchActions', { page: { next_token: '' } }],
  ['access.searchActions', { results: [{}] }],
  ['access.searchActions', { results: [{ name: 5 }] }],
  ['access.searchActions', { results: [{ name: 'roles.list' }, { id: 'roles.get' }] }],
  ['access.searchSubjects', { results: [{ type: 'user' }] }],
  ['access.searchSubjects', { results: [{ id: 'ada' }] }],
  ['access.searchResources', { results: [{ type: 'project', id: 7 }] }],
  ['access.evaluate', {}],
  ['access.evaluate', { decision: 'false' }],
  ['access.evaluate', { decision: 1 }],
  ['access.evaluateAll', { evaluations: 'abc' }],
  ['access.evaluateAll', { evaluations: [{ decision: 'false' }] }],
  ['access.evaluateAll', { evaluations: [{}] }],
  ['access.evaluateAll', { decision: 'true' }],
  ['policy.matrix', { personas: 'abc', actions: [], cells: [] }],
] as const)('%s answered with %j is an APIError', async (id, body) => {
  expect((await errorOf(json(body).call<string>(id, {}))).message).toContain(`${id} was answered`)
})

test('abilities are an error where actions have no name', async () => {
  const { message } = await errorOf(json({ results: [{ action: 'roles.list' }] }).abilities())
  expect(message).toContain('access.searchActions was answered')
})

describe('an error answer of another shape', () => {
  const problem = { type: '', title: '', detail: 'No.', instance: 'req_1' }

  test.each([
    'abc',
    { alternatives: 'abc' },
    { alternatives: ['abc'] },
    { alternatives: [{ calls: 'ab' }] },
    { alternatives: [{ calls: [{ operation: 'a' }] }] },
    { alternatives: [{ calls: [{ operation: 'a', args: null, by: [] }] }] },
    { alternatives: [{ calls: [{ operation: 'a', args: [], by: 'ab' }] }] },
    { alternatives: [{ missing: [null] }] },
    { rule: {} },
  ])('with the decision %j has no decision', async (decision) => {
    const refused = { ...problem, status: 403, code: 'permission_denied', decision }
    const error = await errorOf(json(refused, 403).users.me())
    assert(error instanceof PermissionDeniedError)
    expect([error.message, error.decision]).toEqual(['No.', undefined])
    expect(error.problem).toMatchObject({ decision })
    expect(error.explain()).toContain('because   No.')
    expect(render(error)['text/plain']).toContain('No.')
    expect(await json(refused, 403).can('users.me')).toMatchObject({
      allowed: false,
      outcome: 'no',
      text: 'No.',
    })
  })

  test.each(['abc', [null], [{ pointer: '/a' }], {}])(
    'with the errors %j has no errors',
    async (errors) => {
      const refused = { ...problem, status: 422, code: 'validation_failed', errors }
      const error = await errorOf(json(refused, 422).roles.create({ key: 'a', permissions: [] }))
      assert(error instanceof UnprocessableEntityError)
      expect(error.errors).toEqual([])
      expect(render(error)['text/plain']).toContain('No.')
    },
  )

  test('whose id is not a string is no problem document', async () => {
    const error = await errorOf(json({ ...problem, code: 'gone', instance: 5 }, 410).users.me())
    expect(error).toMatchObject({ problem: undefined, requestId: undefined, code: 'gone' })
  })

  test('that says yes still means no', async () => {
    const decision = { allowed: true, outcome: 'yes', alternatives: [] }
    const refused = { ...problem, status: 403, code: 'permission_denied', decision }
    expect(await json(refused, 403).can('users.me')).toMatchObject({
      allowed: false,
      outcome: 'no',
    })
  })
})

test('every answer of the mock has the right shape', async () => {
  const admin = createMock().client({ as: 'admin@acme.test' })
  await admin.policy.get()
  await admin.policy.matrix()
  await admin.access.configuration()
  expect((await admin.can('users.me')).allowed).toBe(true)
  const subject = { type: 'user', id: 'me' }
  const resource = { type: 'organization', id: 'current' }
  const { evaluations } = await admin.access.evaluateAll({
    subject,
    resource,
    evaluations: [{ action: { name: 'roles.list' } }],
  })
  expect(evaluations).toEqual([{ decision: true }])
})
