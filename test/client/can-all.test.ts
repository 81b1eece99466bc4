import { createMock } from 'rolecall/mocks'
import { policies } from 'rolecall/policies'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { createClient, type Decision } from '../../src/index.ts'
import { start, sizes } from './batches.ts'

describe('can.all', () => {
  test('answers in the order of its questions, from one request', async () => {
    const { client, requests } = await start()
    const decisions = await client.can.all([
      ['roles.create', { key: 'reviewer', permissions: [] }],
      ['users.list'],
      ['projects.members.get', 'bot', 'mem_1'],
    ])
    expect(decisions.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['roles.create', 'no'],
      ['users.list', 'yes'],
      ['projects.members.get', 'no'],
    ])
    expect(sizes(requests)).toEqual([3])
    expectTypeOf(decisions).toEqualTypeOf<[Decision, Decision, Decision]>()
  })

  test('answers by the names of its questions', async () => {
    const { client, requests } = await start()
    const may = await client.can.all({ edit: ['teams.update', 'support', {}], see: ['teams.list'] })
    expect([may.edit.allowed, may.see.allowed]).toEqual([false, true])
    expect(sizes(requests)).toEqual([2])
    expectTypeOf(may).toEqualTypeOf<{ edit: Decision; see: Decision }>()
  })

  test("sends its options; a question's own options override them", async () => {
    const { client, requests } = await start()
    const headers = { 'X-App': 'tour' }
    await client.can.all(
      [['roles.list'], ['users.list'], ['users.me', { headers: { 'X-App': 'own' } }]],
      { headers },
    )
    const sent = requests.map((request) => [request.headers['x-app'], sizes([request])])
    expect(Object.fromEntries(sent)).toEqual({ own: [1], tour: [2] })
  })

  test('of no questions sends nothing', async () => {
    const { client, requests } = await start()
    expect(await client.can.all([])).toEqual([])
    expect(await client.can.all({})).toEqual({})
    expect(requests).toEqual([])
  })

  test('is typed by each operation', () => {
    const client = createClient<'adaptive'>({ baseUrl: 'https://platform.example' })
    void (() => client.can.all([['roles.list'], ['users.get', 'a@acme.test', { timeout: 1 }]]))
    // @ts-expect-error -- no such operation
    void (() => client.can.all([['roles.lsit']]))
    // @ts-expect-error -- the user is missing
    void (() => client.can.all([['users.get']]))
    // @ts-expect-error -- no such permission
    void (() => client.can.all([['roles.create', { key: 'a', permissions: ['use_case:raed'] }]]))
  })
})

test.each(['admin@acme.test', 'lead@acme.test', 'invited@acme.test'])(
  'the mock answers %s questions together as it answers each alone',
  async (as) => {
    const { can } = createMock().client({ as })
    const ask = [
      () => can('users.me'),
      () => can('roles.list'),
      () => can('roles.create', { key: 'mine', permissions: [] }),
      () => can('users.get', 'nobody@acme.test'),
    ]
    const together = await Promise.all(ask.map((one) => one()))
    for (const [index, one] of ask.entries()) expect(together[index]).toEqual(await one())
    expect(together[0]?.allowed).toBe(true)
  },
)

test('a policy without batches answers each question by itself', async () => {
  const { 'access.evaluateAll': _, ...changes } = policies.adaptive.changes
  const { can } = createMock({ policy: { ...policies.adaptive, changes } }).client({
    as: 'lead@acme.test',
  })
  const [me, create] = await can.all([
    ['users.me'],
    ['roles.create', { key: 'mine', permissions: [] }],
  ])
  expect([me.allowed, create.allowed, create.code]).toEqual([true, false, 'permission_denied'])
})
