import { createMock } from 'rolecall/mocks'
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  type OperationId,
  type Outcome,
  PermissionDeniedError,
  RolecallError,
} from '../../src/index.ts'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, definePolicy } from '../../mocks/policies/index.ts'
import { operations } from '../../src/generated/operations.ts'
import { startClient } from '../support/recording-client.ts'

const mock = createMock()
const people = ['admin@acme.test', 'lead@acme.test', 'watcher@acme.test', 'invited@acme.test']

const resources = [
  { type: 'organization', id: 'current' },
  { type: 'team', id: 'support' },
  { type: 'user', id: 'watcher@acme.test' },
  { type: 'project', id: 'churn' },
  { type: 'project', id: 'archive' },
  { type: 'project', id: 'nothing' },
]

describe.each(people)('abilities of %s', (as) => {
  const client = mock.client({ as })

  test.each(resources)('for $type $id agree with what is asked one by one', async (resource) => {
    const abilities = await client.abilities(resource)
    const actions = [...Object.keys(operations), ...Object.keys(mock.policy.permissions)]
    const { evaluations = [] } = await client.access.evaluateAll({
      subject: { type: 'user', id: 'me' },
      resource,
      context: { rolecall: { explain: true } },
      evaluations: actions.slice(0, 200).map((name) => ({ action: { name } })),
    })
    for (const [index, action] of actions.entries()) {
      const said = Reflect.apply(abilities.can, abilities, [action])
      const outcome = evaluations[index]?.context?.outcome
      if (said !== 'depends') expect([action, said]).toEqual([action, outcome])
      if (abilities.outcomes[action]) expect([action, said]).toEqual([action, outcome])
    }
  })
})

test('without a resource they are about the organization', async () => {
  const abilities = await mock.client({ as: 'lead@acme.test' }).abilities()
  expect(abilities.resource).toEqual({ type: 'organization', id: 'current' })
  expect(abilities.can('users.list')).toBe('yes')
  expect(abilities.can('roles.create')).toBe('no')
  expect(abilities.can('projects.create')).toBe('depends')
  expect(abilities.can('projects.delete')).toBe('depends')
  expectTypeOf(abilities.can).parameter(0).extract<'nope'>().toBeNever()
  expectTypeOf(abilities.can).parameter(0).extract<OperationId>().toEqualTypeOf<OperationId>()
  expectTypeOf(abilities.can).returns.toEqualTypeOf<Outcome>()
})

test('a hidden resource and a missing one look alike', async () => {
  const client = mock.client({ as: 'watcher@acme.test' })
  const hidden = await client.abilities({ type: 'project', id: 'archive' })
  const missing = await client.abilities({ type: 'project', id: 'nothing' })
  expect(hidden.outcomes).toEqual({})
  expect(hidden.outcomes).toEqual(missing.outcomes)
  expect(hidden.can('projects.get')).toBe('no')
})

test('a caller who may ask nothing gets an error', async () => {
  const { 'access.searchActions': _, ...changes } = adaptive.changes
  const policy = definePolicy({ ...adaptive, name: 'silent', changes })
  const client = createMock({ policy, scenario: acme }).client({ as: 'admin@acme.test' })
  await expect(client.abilities()).rejects.toThrow(PermissionDeniedError)
})

describe('on the wire', () => {
  test('they take one request, with its options, however often they are asked', async () => {
    const results = [{ name: 'projects.get', properties: { outcome: 'yes' } }]
    const { client, requests } = await startClient(() => ({
      json: { results, page: { next_token: '' } },
    }))
    const thing = { type: 'project', id: 'bot' }
    const abilities = await client.abilities(thing, { headers: { 'X-App': 'tour' } })
    for (let turn = 0; turn < 100; turn++) expect(abilities.can('projects.get')).toBe('yes')
    expect(requests).toHaveLength(1)
    expect(requests[0]?.headers['x-app']).toBe('tour')
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      subject: { type: 'user', id: 'me' },
      resource: thing,
      context: { rolecall: { outcomes: true } },
      page: { limit: 200 },
    })
    expect(JSON.stringify(abilities)).toBe(
      '{"resource":{"type":"project","id":"bot"},"outcomes":{"projects.get":"yes"}}',
    )
  })

  test('further pages are read, and a repeated cursor is an error', async () => {
    const tokens = ['a', 'b', 'a', '']
    let page = 0
    const { client, requests } = await startClient(() => ({
      json: {
        results: [{ name: `teams.${page}`, properties: { outcome: 'depends' } }],
        page: { next_token: tokens[page++] },
      },
    }))
    await expect(client.abilities()).rejects.toThrow(RolecallError)
    expect(requests).toHaveLength(3)
    page = 3
    expect((await client.abilities()).outcomes).toEqual({ 'teams.3': 'depends' })
  })
})
