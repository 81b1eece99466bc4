/** Requirements that compare properties: of the question, or of the person or thing. */
import { createMock, type Scenario } from 'rolecall/mocks'
import { definePolicy, type Requirement } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import { house, records } from '../support/records.ts'

const may = (permission: string): Requirement => ({ permission, in: 'organization' })

/** The policy of the records, with other requirements for some of its actions. */
const policyWith = (rules: Readonly<Record<string, Requirement>>) =>
  definePolicy({
    ...records,
    rules: {
      ...records.rules,
      ...Object.fromEntries(
        Object.entries(rules).map(([action, require]) => [
          action,
          {
            id: `RE-${action}`,
            text: `Who may ${action}.`,
            require,
            origin: 'documented' as const,
          },
        ]),
      ),
    },
  })

const [admin, alice, bob] = house.users
const [hamlet, othello, note] = house.artifacts

const scenario: Scenario = {
  ...house,
  users: [
    admin,
    { ...alice, properties: { department: 'sales', clearance: { level: 3 } } },
    { ...bob, properties: { role: 'admin', teams: ['legal', 'sales'] } },
  ],
  artifacts: [
    { ...hamlet, properties: { status: 'active', pages: 12, open: true } },
    { ...othello, properties: { status: 'archived' } },
    note,
  ],
}

type Properties = Readonly<Record<string, unknown>>

interface Stated {
  readonly subject?: Properties
  readonly resource?: Properties
  readonly action?: Properties
}

const questionOf = (
  person: string,
  name: string,
  id: string,
  { subject, resource, action }: Stated = {},
) => ({
  subject: { type: 'user', id: person, ...(subject && { properties: { ...subject } }) },
  action: { name, ...(action && { properties: { ...action } }) },
  resource: { type: 'record', id, ...(resource && { properties: { ...resource } }) },
})

/** Asks as an enforcement point, or as a person. */
const asking = (rules: Readonly<Record<string, Requirement>>, as?: string) => {
  const mock = createMock({ policy: policyWith(rules), scenario })
  return mock.client(as === undefined ? { enforcementPoint: true } : { as })
}

const decide = async (
  client: ReturnType<typeof asking>,
  ...question: Parameters<typeof questionOf>
): Promise<boolean> => (await client.access.evaluate(questionOf(...question))).decision

const bob7 = bob.externalId

describe('a stored property', () => {
  test.each<readonly [string, Requirement, boolean]>([
    ['a text', { property: 'resource.status', is: 'active' }, true],
    ['another text', { property: 'resource.status', is: 'archived' }, false],
    ['one of several', { property: 'resource.status', is: ['draft', 'active'] }, true],
    ['a number', { property: 'resource.pages', is: 12 }, true],
    ['a number as a text', { property: 'resource.pages', is: '12' }, false],
    ['a flag', { property: 'resource.open', is: true }, true],
    ['a property that it lacks', { property: 'resource.colour', is: 'red' }, false],
    ['one that every object has', { property: 'resource.constructor', is: 'red' }, false],
    ['of the person', { property: 'subject.department', is: 'sales' }, true],
    ['inside another', { property: 'subject.clearance.level', is: [3, 4] }, true],
    ['of the action, which has none', { property: 'action.soft', is: true }, false],
  ])('%s', async (_, require, allowed) => {
    expect(await decide(asking({ write: require }), 'alice', 'write', '101')).toBe(allowed)
  })

  test('that is a list is met by one of its items', async () => {
    const client = asking({ write: { property: 'subject.teams', is: ['sales', 'it'] } })
    expect(await decide(client, bob7, 'write', '101')).toBe(true)
    expect(await decide(client, 'alice', 'write', '101')).toBe(false)
  })

  test('decides about calls of the API, and about what a person sees', async () => {
    const isActive: Requirement = { property: 'resource.status', is: 'active' }
    const mock = createMock({
      policy: {
        ...policyWith({ write: { all: [may('write'), isActive] } }),
        visibility: {
          artifact: {
            id: 'RE-09',
            text: 'Records in use are seen.',
            require: { any: [isActive, { property: 'subject.role', is: 'admin' }] },
            origin: 'documented',
          },
        },
      },
      scenario,
    })
    const client = mock.client({ as: 'alice' })
    expect((await client.artifacts.list()).data.map(({ name }) => name)).toEqual(['Hamlet'])
    expect((await mock.client({ as: bob7 }).artifacts.list()).data).toHaveLength(3)
    expect((await client.artifacts.update('101', { name: 'New' })).name).toBe('New')
    await expect(client.artifacts.update('102', { name: 'New' })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('a property that a question states', () => {
  const write: Requirement = {
    any: [
      { all: [may('write'), { property: 'resource.status', is: 'active' }] },
      {
        all: [
          { property: 'subject.role', is: 'admin' },
          { property: 'resource.status', is: 'archived' },
        ],
      },
    ],
  }
  const remove: Requirement = { all: [may('write'), { property: 'action.soft', is: true }] }

  test.each<readonly [string, string, string, Stated, boolean]>([
    ['alice', 'write', '101', {}, true],
    ['alice', 'write', '102', {}, false],
    ['alice', 'write', '101', { resource: { status: 'archived' } }, false],
    ['alice', 'write', '102', { resource: { status: 'active' } }, true],
    [bob7, 'write', '101', {}, false],
    [bob7, 'write', '102', {}, true],
    [bob7, 'write', '102', { subject: { role: 'user' } }, false],
    ['alice', 'write', '102', { subject: { role: 'admin' } }, true],
    // Stated as nothing, which is not left out.
    [bob7, 'write', '102', { subject: { role: null } }, false],
    ['alice', 'remove', '101', { action: { soft: true } }, true],
    ['alice', 'remove', '101', { action: { soft: false } }, false],
    ['alice', 'remove', '101', { action: { soft: 'true' } }, false],
    ['alice', 'remove', '101', {}, false],
  ])('%s %s %s with %j: %j', async (...row) => {
    const [person, action, id, stated, allowed] = row
    expect(await decide(asking({ write, remove }), person, action, id, stated)).toBe(allowed)
  })

  test('decides searches; what is searched for has its own', async () => {
    const { access } = asking({ write, remove })
    const archived = { status: 'archived' }
    const { subject, action, resource } = questionOf(bob7, 'write', '102', { resource: archived })
    const found = async (search: Promise<{ results: readonly { id: string }[] }>) =>
      (await search).results.length
    const type = { type: 'user' }
    expect(await found(access.searchSubjects({ subject: type, action, resource }))).toBe(1)
    const records7 = { type: 'record', properties: archived }
    expect(await found(access.searchResources({ subject, action, resource: records7 }))).toBe(1)
    const actions = async (of: typeof subject, about: typeof resource) =>
      (await access.searchActions({ subject: of, resource: about })).results.map(({ name }) => name)
    expect(await actions(subject, resource)).toContain('write')
    const active = { ...resource, properties: { status: 'active' } }
    expect(await actions(subject, active)).not.toContain('write')
  })

  test('decides a question about an operation, unless it has the arguments of a call', async () => {
    const { access } = asking({ write: { property: 'resource.status', is: 'active' } })
    const question = questionOf('alice', 'artifacts.update', '102', {
      resource: { status: 'active' },
    })
    expect((await access.evaluate(question)).decision).toBe(true)
    const args = ['102', { name: 'New' }]
    const context = { args, rolecall: { args } }
    expect((await access.evaluate({ ...question, context })).decision).toBe(false)
  })
})

describe('a person who asks', () => {
  const isSoft = { property: 'action.soft', is: true } as const
  const soft = { action: { soft: true } }

  test('is believed about themselves where the policy says so', async () => {
    const plain = asking({ remove: isSoft }, 'alice')
    expect(await decide(plain, 'me', 'remove', '101', soft)).toBe(false)
    const open = asking({ remove: { ...isSoft, fromQuestion: true } }, 'alice')
    expect(await decide(open, 'me', 'remove', '101', soft)).toBe(true)
    expect(await decide(open, 'alice', 'remove', '101', soft)).toBe(true)
  })

  test('is not believed about others', async () => {
    const open = asking({ remove: { ...isSoft, fromQuestion: true } }, 'alice')
    expect(await decide(open, bob7, 'remove', '101', soft)).toBe(false)
  })

  test('cannot replace what is stored', async () => {
    const rules = { write: { property: 'resource.status', is: 'active' } as const }
    const active = { resource: { status: 'active' } }
    expect(await decide(asking(rules, 'alice'), 'me', 'write', '102', active)).toBe(false)
  })
})

describe('a denial says what the property is instead', () => {
  const textOf = async (
    require: Requirement,
    person: string,
    id: string,
    stated: Stated = {},
    as?: string,
  ) => {
    const { access } = asking({ write: require }, as)
    const context = { explain: true, rolecall: { explain: true } }
    const question = { ...questionOf(person, 'write', id, stated), context }
    const { context: decision } = await access.evaluate(question)
    return `${decision?.text} | ${decision?.final}`
  }

  test.each<readonly [string, Requirement, string, string, Stated, string]>([
    [
      'of a resource',
      { all: [may('write'), { property: 'resource.status', is: ['active', 'draft'] }] },
      'alice',
      '102',
      {},
      'write needs “Write a record” in the organization and a resource with status "active" or "draft". The resource’s status is "archived". | Nothing that anybody may change would allow it.',
    ],
    [
      'of the question',
      { property: 'resource.status', is: 'active' },
      'alice',
      '101',
      { resource: { status: 'lost' } },
      'write needs a resource with status "active". The resource’s status is "lost". | Nothing that anybody may change would allow it.',
    ],
    [
      'of the person, who has none',
      { property: 'subject.role', is: 'admin' },
      'alice',
      '101',
      {},
      'write needs a subject with role "admin". alice@acme.test has no role. | Only a subject with role "admin" may do it.',
    ],
    [
      'a list',
      { property: 'subject.teams', is: 'it' },
      bob7,
      '101',
      {},
      'write needs a subject with teams "it". bob@acme.test’s teams are "legal" and "sales". | Only a subject with teams "it" may do it.',
    ],
    [
      'of the action',
      { property: 'action.soft', is: true },
      'alice',
      '101',
      {},
      'write needs an action with soft true. The action has no soft. | Nothing that anybody may change would allow it.',
    ],
  ])('%s', async (_, require, person, id, stated, text) => {
    expect(await textOf(require, person, id, stated)).toBe(text)
  })

  test('beside what else is lacking', async () => {
    const require: Requirement = {
      all: [may('write'), { property: 'resource.status', is: 'active' }],
    }
    expect(await textOf(require, bob7, '102')).toBe(
      'write needs “Write a record” in the organization and a resource with status "active". bob@acme.test’s role in the organization, Reader, does not include “Write a record”. The resource’s status is "archived". | Nothing that anybody may change would allow it.',
    )
  })

  test('to the person as you', async () => {
    const text = await textOf({ property: 'subject.role', is: 'admin' }, 'me', '101', {}, 'alice')
    expect(text).toMatch(/You have no role\./)
  })

  test('beside what would help', async () => {
    const require: Requirement = {
      any: [may('write'), { property: 'subject.role', is: 'owner' }],
    }
    expect(await textOf(require, bob7, '101')).toBe(
      'write needs “Write a record” in the organization or a subject with role "owner". bob@acme.test’s role in the organization, Reader, does not include “Write a record”. bob@acme.test’s role is "admin". | undefined',
    )
  })
})
