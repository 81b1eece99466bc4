/** Requirements that compare properties: of the question, or of the person or thing. */
import { createMock } from 'rolecall/mocks'
import type { Requirement } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import {
  asking,
  bob7,
  decide,
  may,
  policyWith,
  questionOf,
  scenario,
  type Stated,
} from './asked-properties.ts'

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
