import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createClient, RolecallError } from 'rolecall'
import { ConfigurationError, createMock, diffPolicies } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'
import { serve } from 'rolecall/mocks/server'
import { render, table } from 'rolecall/notebook'
import { queries } from 'rolecall/query'
import { Can, RolecallProvider, useCan } from 'rolecall/react'
import { describe, expect, test } from 'vitest'
import { startServer } from '../support/recording-server.ts'

const call = (fn: (...args: never[]) => unknown, ...args: readonly unknown[]): unknown =>
  Reflect.apply(fn, undefined, args)

/** Rejection or error of a call. */
async function faultOf(work: () => unknown): Promise<Error> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('It was taken.')
}

const mock = createMock()
const admin = mock.client({ as: 'admin@acme.test' })

describe('a call', () => {
  test('suggests withOptions for a token', async () => {
    const token = mock.token('lead@acme.test')
    const fault = await faultOf(() => call(admin.users.me, { token }))
    expect(fault).toBeInstanceOf(RolecallError)
    expect(fault.message).toBe(
      "users.me: the options can't have 'token': use client.withOptions({ token })",
    )
    const lead = admin.withOptions({ token })
    expect((await lead.users.me()).email).toBe('lead@acme.test')
  })

  test.each([
    ['users.me', admin.users.me, [{}, {}]],
    ['users.get', admin.users.get, ['lead@acme.test', 'admin@acme.test']],
    ['users.get', admin.users.get, ['lead@acme.test', {}, {}]],
    ['users.list', admin.users.list, [{}, {}, 5]],
    ['teams.update', admin.teams.update, ['support', {}, {}, {}]],
    ['users.remove', admin.users.remove, ['lead@acme.test', 0, ['lead@acme.test']]],
  ])('%s refuses a surplus argument, and sends nothing', async (name, method, args) => {
    const before = mock.requests.length
    const fault = await faultOf(() => call(method, ...args))
    expect(fault).toBeInstanceOf(RolecallError)
    expect(fault.message).toContain(name)
    expect(mock.requests.length).toBe(before)
  })

  test('rejects instead of throwing', async () => {
    const promise: unknown = call(admin.users.me, { retires: 0 })
    await expect(promise).rejects.toThrow("can't have 'retires': did you mean retries?")
    await expect(call(admin.can, 'users.me', { retires: 0 })).rejects.toThrow('retries')
  })

  test.each([
    [new Map([['team', 'support']])],
    [new URLSearchParams('team=support')],
    ['support'],
    [5],
  ])('refuses %o for a query', async (query) => {
    expect(await faultOf(() => call(admin.users.list, query))).toBeInstanceOf(RolecallError)
  })

  test.each([
    ['role.list', 'roles.list'],
    ['role.create', 'roles.create'],
    ['Roles.Create', 'roles.create'],
    ['rolls.create', 'roles.create'],
    ['team.delete', 'teams.delete'],
    ['project.member.add', 'projects.members.add'],
    ['createRole', 'roles.create'],
  ])('by the unknown name %s suggests %s', async (wrong, near) => {
    const text = `There is no operation '${wrong}': did you mean ${near}?`
    for (const ask of [
      () => call(admin.call, wrong),
      () => call(admin.can, wrong),
      () => call(admin.can.all, [[wrong]]),
      () => call(admin.can.all, { it: [wrong] }),
    ]) {
      expect((await faultOf(ask)).message).toBe(text)
    }
  })

  test('without a name is refused', async () => {
    for (const fn of [admin.call, admin.can]) {
      expect(await faultOf(() => call(fn))).toBeInstanceOf(RolecallError)
    }
  })

  test.each([
    [null],
    ['users.me'],
    [['users.me']],
    [[null]],
    [{ me: 'users.me' }],
    [new Map()],
    [5],
  ])('can.all refuses %o for questions', async (questions) => {
    expect(await faultOf(() => call(admin.can.all, questions))).toBeInstanceOf(RolecallError)
  })
})

describe('null removes an option', () => {
  const hook = (log: string[]) => ({ onRequest: () => log.push('told') })

  test('of a call: no idempotency key, no precondition, no headers, no retries', async () => {
    const { origin, requests } = await startServer()
    const client = createClient({ baseUrl: origin, token: 'tok_first', headers: { 'X-App': 'a' } })
    const none = { idempotencyKey: null, ifMatch: null, headers: null, signal: null, retries: null }
    await client.users.remove('lead@acme.test', { ...none, timeout: null, totalTimeout: null })
    expect(requests[0]?.headers).not.toHaveProperty('idempotency-key')
    expect(requests[0]?.headers).not.toHaveProperty('if-match')
    expect(requests[0]?.headers).toHaveProperty('x-app', 'a')
  })

  test('of a client: no token, no headers, no hooks', async () => {
    const { origin, requests } = await startServer()
    const told: string[] = []
    const options = { baseUrl: origin, headers: { 'X-App': 'a' }, hooks: hook(told) }
    const client = createClient({ ...options, token: 'tok_first' })
    await client.withOptions({ token: null, headers: null, hooks: null, logger: null }).users.me()
    expect(requests[0]?.headers).not.toHaveProperty('authorization')
    expect(requests[0]?.headers).not.toHaveProperty('x-app')
    expect(told).toEqual([])
    await createClient({ ...options, token: null }).users.me()
    expect(requests[1]?.headers).not.toHaveProperty('authorization')
  })

  test('even where the environment has a token', async () => {
    const { origin, requests } = await startServer()
    process.env.ROLECALL_TOKEN = 'tok_env'
    const client = createClient({ baseUrl: origin, token: null })
    const usual = createClient({ baseUrl: origin, token: undefined })
    delete process.env.ROLECALL_TOKEN
    await client.users.me()
    await usual.users.me()
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      'Bearer tok_env',
    ])
  })
})

test('a lost session does not continue with the token of the client', async () => {
  const session: { token?: string } = {}
  const fault = await faultOf(() => admin.withOptions({ token: session.token }))
  expect(fault).toBeInstanceOf(RolecallError)
  expect(fault.message).toMatch(/^token is missing: it must be credentials, or null to send none$/)
  expect((await admin.withOptions({}).users.me()).email).toBe('admin@acme.test')
  await expect(admin.withOptions({ token: null }).users.me()).rejects.toHaveProperty('status', 401)
})

test('hooks may be the methods of a class, with further members', async () => {
  class Counter {
    count = 0
    onRequest() {
      this.count += 1
    }
  }
  const { origin } = await startServer()
  expect(() => createClient({ baseUrl: origin, hooks: new Counter() })).not.toThrow()
})

describe('the mock suggests the right option', () => {
  test.each([
    ["createMock('bigml')", () => call(createMock, 'bigml'), "{ policy: 'bigml' }"],
    ["mock.client('x')", () => call(mock.client, 'lead@acme.test'), '{ as: "lead@acme.test" }'],
    ['mock.client()', () => call(mock.client), '{ as: "admin@acme.test" }'],
    ['mock.token()', () => call(mock.token), 'id or e-mail address'],
    ['mock.token({})', () => call(mock.token, {}), '{ enforcementPoint: true }'],
    ['handlers(mock)', () => call(handlers, mock), "{ baseUrl: 'https://platform.example' }"],
    ['handlers()', () => call(handlers), 'createMock'],
    ['serve()', () => call(serve), 'createMock'],
    ['serve({ port })', () => call(serve, { port: 0 }), 'createMock'],
    ['scenario: {}', () => call(createMock, { scenario: {} }), 'name'],
    ['policy: {}', () => call(createMock, { policy: {} }), 'name'],
    ['diffPolicies()', () => call(diffPolicies), 'before and after'],
    ['diffPolicies(a, {})', () => call(diffPolicies, 'adaptive', {}), 'policy'],
    ['diffPolicies(a, b, {})', () => call(diffPolicies, 'adaptive', 'adaptive', {}), 'scenario'],
  ])('%s', async (_, work, hint) => {
    const fault = await faultOf(work)
    expect(fault).toBeInstanceOf(ConfigurationError)
    expect(fault.message).toContain(hint)
  })

  test('a policy from a file may name its JSON Schema', () => {
    const policy = { $schema: './policy.schema.json', ...mock.policy, name: 'mine' }
    expect(createMock({ policy, scenario: mock.scenario }).policy.name).toBe('mine')
  })
})

describe('TanStack Query', () => {
  const platform = queries(admin)

  test.each([
    ['queries()', () => call(queries)],
    ['queries({})', () => call(queries, {})],
    ['options of a query', () => call(platform.users.get.queryOptions, 'a', { timeout: 5 })],
    ['options of a list', () => call(platform.users.list.queryOptions, {}, { timeout: 5 })],
    ['text for a query', () => call(platform.users.list.queryOptions, 'support')],
    ['a Map for a query', () => call(platform.users.list.infiniteQueryOptions, new Map())],
    ['options of a question', () => call(platform.users.list.canOptions, {}, { timeout: 5 })],
    [
      'a mutationFn of the options',
      () => call(platform.teams.create.mutationOptions, { mutationFn: 5 }),
    ],
    ['text for settings', () => call(platform.teams.create.mutationOptions, 'x')],
  ])('refuses %s', async (_, work) => {
    expect(await faultOf(work)).toBeInstanceOf(RolecallError)
  })
})

describe('React', () => {
  const shown = (component: unknown, props: object, client: unknown = admin) =>
    renderToString(
      Reflect.apply(createElement, undefined, [
        RolecallProvider,
        { client },
        Reflect.apply(createElement, undefined, [component, props]),
      ]),
    )
  const Asking = ({ args }: { args: readonly unknown[] }) => String(call(useCan, ...args))

  test.each([
    ['no client', () => shown(Can, { operation: 'roles.list', args: [] }, null)],
    ['a client of another kind', () => shown(Can, { operation: 'roles.list', args: [] }, {})],
    ['an unknown prop', () => shown(Can, { operation: 'roles.list', args: [], denid: 'no' })],
    ['no args', () => shown(Can, { operation: 'roles.list' })],
    ['an unknown operation', () => shown(Can, { operation: 'role.list', args: [] })],
    ['the same for the hook', () => shown(Asking, { args: ['role.list'] })],
  ])('refuses %s', async (_, work) => {
    expect(await faultOf(work)).toBeInstanceOf(RolecallError)
  })
})

test('a notebook’s table refuses a value that is no list', async () => {
  expect(await faultOf(() => call(table, 5))).toBeInstanceOf(RolecallError)
  expect(() => render(undefined)).not.toThrow()
})

test.each([
  [{ user: 'lead@acme.test', signup: true }, 'Did you mean signUp'],
  [{ user: 'lead@acme.test', signUp: 'yes' }, 'signUp must be true or false'],
])('POST /__mock/sessions refuses %j', async (body, hint) => {
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await mock.fetch('/__mock/sessions', init)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(hint)
})
