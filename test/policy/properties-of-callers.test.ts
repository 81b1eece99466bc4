/** Whose statements about properties are believed, and what a denial says of them. */
import type { Requirement } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import { asking, bob7, decide, may, questionOf, type Stated } from './asked-properties.ts'

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
