import assert from 'node:assert/strict'
import { APIError, createClient, PermissionDeniedError, UnprocessableEntityError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { render } from 'rolecall/notebook'
import { queries } from 'rolecall/query'
import { describe, expect, test } from 'vitest'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import { createDecisions, keyOf } from '../../src/react/decisions.ts'

/** A client whose every call gets this text as its answer. */
function answeredWith(text: string | null, status = 200) {
  const fetch = async () => new Response(text, { status })
  return createClient({ baseUrl: 'https://platform.example', fetch, retries: 0 })
}

const json = (value: unknown, status?: number) => answeredWith(JSON.stringify(value), status)

const ids = Object.keys(operations).filter((id): id is OperationId => id in operations)
const isList = (id: OperationId) => {
  const { method, input } = operations[id]
  return id.endsWith('.list') && method === 'GET' && input === 'query'
}
const answers = ids.filter((id) => operations[id].method !== 'DELETE')

/** Arguments for any call: a value for each path argument, then an empty body or query. */
const argsOf = (id: OperationId) => [...operations[id].parameters.map(() => 'a'), {}]

async function errorOf(call: Promise<unknown>): Promise<APIError> {
  const error: unknown = await call.then(
    (value) => `It answered ${JSON.stringify(value)}`,
    (error: unknown) => error,
  )
  assert(error instanceof APIError, String(error))
  return error
}

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
  expect(message).toContain('roles.get was answered 200 with a thing without an etag')
})

test.each([
  ['access.searchSubjects', { results: 'abc', page: { next_token: '' } }],
  ['access.searchResources', { results: null, page: { next_token: '' } }],
  ['access.searchActions', { results: ['roles.list'], page: { next_token: '' } }],
  ['access.searchActions', { page: { next_token: '' } }],
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

// Every answer but a plain yes, in each place where a question may be asked.
const noYes: unknown[] = [
  {},
  { decision: 'false' },
  { decision: 'true' },
  { decision: 1 },
  { decision: {} },
  { decision: [] },
  { decision: null },
  { decision: true, context: { allowed: false } },
  { decision: true, context: { allowed: 'true' } },
  { decision: true, context: { outcome: 'no' } },
  { decision: true, context: { outcome: 'depends' } },
  { decision: true, context: { outcome: 'perhaps' } },
  { decision: true, context: 'abc' },
  { decision: true, context: { alternatives: 'abc' } },
  { decision: false, context: { allowed: true } },
  { decision: false, context: { outcome: 'yes' } },
  { decision: false },
  { decision: false, context: { allowed: false, outcome: 'no' } },
]

describe.each(noYes)('%j', (answer) => {
  /** Never allowed: a denial that says no throughout, or an APIError that names the operation. */
  async function expectNoYes(asked: Promise<{ allowed: boolean; outcome: string } | Error>) {
    const decision = await asked.catch((error: unknown) => error)
    if (decision instanceof APIError) {
      expect(decision.message).toMatch(/^access\.evaluate(All)? was answered 200/)
    } else {
      expect(decision).toMatchObject({ allowed: false, outcome: 'no', alternatives: [] })
    }
  }

  test('does not allow one question', async () => {
    await expectNoYes(json(answer).can('users.me'))
  })

  test('does not allow one of several questions', async () => {
    const client = json({ evaluations: [{ decision: true }, answer] })
    const asked = [client.can('users.me'), client.can('roles.list')] as const
    await expectNoYes(asked[1])
    await asked[0].catch(() => {})
    await expectNoYes(
      client.can.all([['users.me'], ['roles.list']]).then(([, decision]) => decision),
    )
    await expectNoYes(
      client.can.all({ me: ['users.me'], list: ['roles.list'] }).then(({ list }) => list),
    )
  })

  test('does not allow a question where the policy offers no batches', async () => {
    const notOffered = {
      ...{ type: '', title: '', status: 403, detail: 'No.', instance: 'req_1' },
      code: 'operation_not_offered',
    }
    const fetch = async ({ url }: Request) =>
      url.endsWith('/evaluations')
        ? Response.json(notOffered, { status: 403 })
        : Response.json(answer)
    const client = createClient({ baseUrl: 'https://platform.example', fetch, retries: 0 })
    const asked = client.can.all([['users.me'], ['roles.list']])
    await expectNoYes(asked.then(([decision]) => decision))
  })

  test('does not allow a React component', async () => {
    const client = json(answer)
    const decisions = createDecisions((operation, ...args) =>
      client.can<string>(operation, ...args),
    )
    const question = { operation: 'users.me', args: [] } as const
    const key = keyOf(question)
    await new Promise<void>((resolve) => void decisions.watch(key, question, resolve))
    expect(decisions.get(key)).toMatchObject({
      status: expect.stringMatching(/^(denied|failed)$/),
      allowed: false,
    })
  })

  test('does not allow a query', async () => {
    const { queryFn } = queries(json(answer)).users.me.canOptions()
    await expectNoYes(queryFn({ signal: new AbortController().signal }))
  })
})

test('a component accepts only true as a yes, from any client', async () => {
  const decisions = createDecisions(async () => JSON.parse('{ "allowed": "false" }'))
  const question = { operation: 'users.me', args: [] } as const
  await new Promise<void>((resolve) => void decisions.watch('key', question, resolve))
  expect(decisions.get('key')).toMatchObject({ status: 'denied', allowed: false })
})

test.each([
  [[]],
  [[{ decision: true }]],
  [[{ decision: true }, { decision: true }, { decision: true }]],
])('two questions with any number of answers but two are an error: %j', async (evaluations) => {
  const { message } = await errorOf(json({ evaluations }).can.all([['users.me'], ['roles.list']]))
  expect(message).toBe(
    `access.evaluateAll was answered 200 with ${evaluations.length} answers to 2 questions`,
  )
})

test('abilities know three words for an outcome, and read any other as no', async () => {
  const outcomes = ['yes', 'depends', 'no', 'perhaps', true, 1, null, {}]
  const asked = outcomes.map((outcome, index) => ({ name: `a${index}`, properties: { outcome } }))
  const results = [...asked, { name: 'plain' }]
  const abilities = await json({ results, page: { next_token: '' } }).abilities()
  expect(abilities.outcomes).toEqual({ a0: 'yes', a1: 'depends', plain: 'yes' })
  const names = [...outcomes.map((_, index) => `a${index}`), 'plain']
  expect(names.map((name) => abilities.can(name))).toEqual([
    ...['yes', 'depends', 'no', 'no', 'no', 'no', 'no', 'no'],
    'yes',
  ])
  expect((await json({ results }).abilities()).outcomes).toEqual(abilities.outcomes)
})

test.each([
  null,
  'x',
  5,
  [],
  {},
  { allowed: false },
  { decision: false },
  { decision: true },
  { outcome: 'no' },
  { outcome: ['yes'] },
  { outcome: 'yes', allowed: false },
  { outcome: 'yes', allowed: 'true' },
])('an action with the properties %j is not allowed', async (properties) => {
  const page = { next_token: '' }
  const abilities = await json({ results: [{ name: 'users.list', properties }], page }).abilities()
  expect(abilities.can('users.list')).toBe('no')
  expect(abilities.outcomes).toEqual({})
})

test('an action named twice is allowed only as far as both entries allow it', async () => {
  const outcomes = ['yes', 'depends', 'no']
  const named = outcomes.map((outcome) => ({ name: 'users.list', properties: { outcome } }))
  for (const [one, first] of named.entries()) {
    for (const [other, second] of named.entries()) {
      const weaker = outcomes[Math.max(one, other)]
      const abilities = await json({ results: [first, second] }).abilities()
      expect(abilities.can('users.list')).toBe(weaker)
      expect(abilities.outcomes).toEqual(weaker === 'no' ? {} : { 'users.list': weaker })
    }
  }
})

test.each(['abc', null, 5, { next_token: 5 }, { next_token: {} }])(
  'abilities whose page is %j are an APIError with the operation',
  async (page) => {
    const { message } = await errorOf(json({ results: [{ name: 'users.list' }], page }).abilities())
    expect(message).toContain('access.searchActions was answered 200')
  },
)

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
