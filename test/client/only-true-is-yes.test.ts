import { APIError, createClient, denialText } from 'rolecall'
import { queries } from 'rolecall/query'
import { describe, expect, test } from 'vitest'
import { createDecisions, keyOf } from '../../src/react/decisions.ts'
import { json, errorOf } from './answered-with.ts'

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

describe.each<[context: unknown]>([
  [[]],
  ['no'],
  [null],
  [5],
  [{}],
  [{ rule: { id: 1 } }],
  [{ text: 7, alternatives: 'abc' }],
  [{ outcome: { is: 'no' } }],
  [{ allowed: 'no' }],
  [{ error: 'abc' }],
])('beside the context %j of another server', (context) => {
  const denial = {
    ...{ allowed: false, outcome: 'no', text: '', rule: '', alternatives: [] },
    ...{ action: 'users.me', policy: '' },
  }

  test('a no is a plain denial', async () => {
    expect(await json({ decision: false, context }).can('users.me')).toMatchObject(denial)
    const client = json({ evaluations: [{ decision: true }, { decision: false, context }] })
    const [, decision] = await client.can.all([['roles.list'], ['users.me']])
    expect(decision).toMatchObject(denial)
    expect(denialText(decision)).toContain('users.me')
  })
})

test("a denial has what can be read of another server's context", async () => {
  const context = { rule: { id: 1 }, text: 'Too late.', reason_user: { en: 'Too late.' } }
  expect(await json({ decision: false, context }).can('users.me')).toEqual({
    ...{ allowed: false, outcome: 'no', action: 'users.me', policy: '', alternatives: [] },
    ...{ rule: '', text: 'Too late.', reason_user: context.reason_user },
  })
})

test('a yes stays one beside words that only another server can read', async () => {
  const context = { rule: { id: 1 }, alternatives: 'abc' }
  expect(await json({ decision: true, context }).can('users.me')).toMatchObject({
    ...{ allowed: true, outcome: 'yes', rule: '', alternatives: [] },
  })
})

test.each([
  { decision: true, context: { allowed: false } },
  { decision: false, context: { allowed: true } },
  { decision: false, context: { outcome: 'yes' } },
])('%j contradicts itself', async (answer) => {
  const { message } = await errorOf(json(answer).can('users.me'))
  expect(message).toContain('access.evaluate was answered 200 with a contradiction')
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
