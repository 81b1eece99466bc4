import { checkPolicy, createMock, type Scenario } from 'rolecall/mocks'
import { definePolicy, type Policy } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import { acme as adaptiveAcme } from '../../mocks/policies/adaptive/acme.ts'
import { isPolicy } from '../../mocks/policy-check/check-policy.ts'
import { policies } from '../../mocks/policies/index.ts'
import { scenarios } from '../../mocks/policies/scenarios.ts'
import library from '../../docs/examples/own-policy/policy.json' with { type: 'json' }
import evening from '../../docs/examples/own-policy/scenario.json' with { type: 'json' }
import { email } from '../support/acme-of.ts'
import { ownRule } from '../support/custom-rule.ts'
import { refusal } from '../support/refusal.ts'

const resources = [
  'roles',
  'teams',
  'users',
  'invitations',
  'projects',
  'projects.members',
  'artifacts',
  'tokens',
] as const
type Resource = (typeof resources)[number]

/** The policy on a platform without those calls. */
const without = (policy: Policy, ...operations: readonly string[]): Policy =>
  definePolicy({
    ...policy,
    changes: Object.fromEntries(
      Object.entries(policy.changes).filter(([operation]) => !operations.includes(operation)),
    ),
  })

const platform = (policy: Policy, scenario: Scenario = adaptiveAcme) => {
  const mock = createMock({ policy, scenario })
  return (user: string) => mock.client({ as: user })
}

type Client = ReturnType<ReturnType<typeof platform>>

/** The ids that a person lists of a resource; undefined if they may not list it. */
async function listed(client: Client, resource: Resource): Promise<readonly string[] | undefined> {
  const ids: string[] = []
  const read = async (list: AsyncIterable<{ id: string }>) => {
    for await (const { id } of list) ids.push(id)
  }
  try {
    if (resource === 'projects.members') {
      for await (const { id } of client.projects.list())
        await read(client.projects.members.list(id))
    } else await read(client[resource].list())
  } catch {
    return undefined
  }
  return ids
}

describe.each(Object.values<Policy>(policies))('$name', (policy) => {
  const scenario = scenarios[policy.name]?.['acme']
  if (scenario === undefined) throw new Error(`${policy.name} has no scenario.`)
  const people = scenario.users.map((user) => user.email)

  test.each(resources.filter((one) => Object.hasOwn(policy.changes, `${one}.list`)))(
    '%s are listed without a call to get one, as far as they are visible',
    async (resource) => {
      const whole = platform(policy, scenario)
      const own = platform(without(policy, `${resource}.get`), scenario)
      let lists = 0
      for (const person of people) {
        const before = await listed(whole(person), resource)
        const after = await listed(own(person), resource)
        // The right to list is required as ever, and resources with a get are still listed.
        expect(after === undefined, person).toBe(before === undefined)
        expect(after ?? [], person).toEqual(expect.arrayContaining([...(before ?? [])]))
        if (after === undefined || after.length === 0) continue
        lists += 1
      }
      expect(lists).toBeGreaterThan(0)
    },
  )
})

describe('a hidden resource is not listed, with or without a get', () => {
  test.each([
    ['adaptive', 'projects'],
    ['adaptive', 'artifacts'],
    ['bigml', 'projects'],
    ['bigml', 'artifacts'],
    ['superannotate', 'projects'],
    ['superannotate', 'artifacts'],
    ['ica', 'projects'],
    ['ica', 'projects.members'],
    ['ica', 'artifacts'],
  ] as const)('%s: %s', async (name, resource) => {
    const policy: Policy = policies[name]
    const scenario = scenarios[name]?.['acme']
    if (scenario === undefined) throw new Error(`${name} has no scenario.`)
    const mock = createMock({ policy: without(policy, `${resource}.get`), scenario })
    const whole = createMock({ policy, scenario })
    const everybody = scenario.users.map((user) =>
      listed(whole.client({ as: user.email }), resource),
    )
    const all = new Set((await Promise.all(everybody)).flatMap((ids) => ids ?? []))
    let hidden = 0
    for (const { email: person } of scenario.users) {
      const seen = await listed(mock.client({ as: person }), resource)
      const client = whole.client({ as: person })
      for (const id of all) {
        if (seen === undefined || resource === 'projects.members') continue
        const status = await client[resource].get(id).then(
          () => 200,
          (error: unknown) => Reflect.get(Object(error), 'status'),
        )
        if (status !== 404) continue
        hidden += 1
        expect(seen, person).not.toContain(id)
      }
    }
    if (resource !== 'projects.members') expect(hidden).toBeGreaterThan(0)
  })

  test('an artifact without a rule is hidden with its project', async () => {
    const { artifact: _, ...visibility } = policies.adaptive.visibility
    const policy = { ...without(policies.adaptive, 'artifacts.get'), visibility }
    const as = platform(policy)
    const outside = adaptiveAcme.users.find(({ teams = {} }) => Object.hasOwn(teams, 'legacy'))
    const projects = await as(outside?.email ?? '').projects.list()
    const artifacts = await as(outside?.email ?? '').artifacts.list({ limit: 200 })
    const keys = projects.data.map(({ key }) => key)
    expect(artifacts.data.filter(({ project }) => !keys.includes(project ?? ''))).toEqual([])
  })
})

if (!isPolicy(library)) throw new Error('The library is no policy.')
const own: Policy = library

test('the library of the guide lists its readers', async () => {
  const as = platform(without(own, 'users.get'), evening)
  const { data } = await as(email('admin')).users.list()
  expect(data.map((user) => user.email)).toEqual(evening.users.map((user) => user.email))
  expect((await refusal(as(email('ben')).users.list())).status).toBe(403)
})

test.each([
  ['users.get', '/changes/users.list', 'users.list is offered and users.get is not'],
  ['projects.list', '/changes/projects.get', 'projects.get is offered and projects.list is not'],
])('policy check warns about a policy without %s', (missing, pointer, message) => {
  expect(checkPolicy(own)).toEqual([])
  expect(checkPolicy(without(own, missing))).toContainEqual({
    severity: 'warning',
    code: 'missing_pair',
    pointer,
    message: expect.stringContaining(message),
    fix: `Offer ${missing} too, with the action that it asks.`,
  })
})

test('a search finds the items of the list, without a get', async () => {
  const as = platform(without(own, 'projects.get', 'users.get'), evening)
  const changes = { ...own.changes, 'access.searchResources': { always: 'me' } }
  const search = { ...own, changes: { ...changes } }
  const client = platform(without(search, 'projects.get'), evening)(email('admin'))
  const { results } = await client.access.searchResources({
    subject: { type: 'user', id: email('ada') },
    action: { name: 'projects.delete' },
    resource: { type: 'project' },
  })
  expect(results).toHaveLength(1)
  expect((await as(email('admin')).users.list()).data).toHaveLength(3)
})

test('artifacts of a kind without a get are listed with the others', async () => {
  const { dataset, ...kinds } = policies.peltarion.kinds
  const { get: _, ...rest } = dataset
  const policy = { ...policies.peltarion, kinds: { ...kinds, dataset: rest } }
  const scenario = scenarios['peltarion']?.['acme']
  const as = platform(policy, scenario)
  const whole = platform(policies.peltarion, scenario)
  const kindsOf = async (client: Client, query = {}) =>
    (await client.artifacts.list({ limit: 200, ...query })).data.map(({ name }) => name)
  const everything = await kindsOf(whole(email('admin')))
  expect(everything.length).toBeGreaterThan(0)
  expect(await kindsOf(as(email('admin')))).toEqual(everything)
  const [first] = scenario?.artifacts?.filter(({ kind }) => kind === 'dataset') ?? []
  const query = { kind: 'dataset', ...(first?.project && { project: first.project }) }
  expect(await kindsOf(as(email('admin')), query)).toContain(first?.name)
})

describe('users.get without users.list', () => {
  const rules = { ...own.rules, anyone: ownRule({ nothing: true }) }
  const { 'users.list': _, ...changes } = own.changes
  const policy: Policy = {
    ...own,
    rules,
    changes: { ...changes, 'users.get': { always: 'anyone' } },
  }

  const levels = async (policy: Policy, who: string) => {
    const mock = createMock({ policy, scenario: evening, explain: 'nothing' })
    const client = mock.client({ as: email(who) })
    return (await refusal(client.projects.update('maps', { name: 'Mine' }))).message
  }

  test('a caller who may get anybody gets full explanations, like one who may list users', async () => {
    expect(await levels(policy, 'ben')).toContain('shelf:tidy')
  })

  test('a caller who may get some does not', async () => {
    const some = ownRule({
      any: [{ permission: 'member:manage', in: 'organization' }, { self: 'user' }],
    })
    const only = { ...policy, rules: { ...rules, anyone: some } }
    expect(await levels(only, 'ben')).toContain('You may not do this.')
  })
})
