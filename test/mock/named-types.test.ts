/** Further names of types in authorization questions. */
import { checkPolicy, createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { house, opaque, records } from '../support/records.ts'

const mock = createMock({ policy: records, scenario: house })
const { access } = mock.client({ enforcementPoint: true })
const decide = async (
  subject: readonly [string, string],
  name: string,
  resource: readonly [string, string],
): Promise<boolean> => {
  const { decision } = await access.evaluate({
    subject: { type: subject[0], id: subject[1] },
    action: { name },
    resource: { type: resource[0], id: resource[1] },
  })
  return decision
}

describe('a further name of a type', () => {
  test.each([
    ['user', 'alice', 'write', 'record', '101', true],
    ['person', 'alice', 'write', 'record', '101', true],
    ['person', opaque, 'write', 'record', '101', false],
    ['person', opaque, 'read', 'artifact', '101', true],
    ['user', 'alice', 'read', 'folder', 'shelf', true],
    ['user', 'alice', 'read', 'house', 'current', true],
    // Of another kind.
    ['user', 'alice', 'read', 'record', '103', false],
    ['user', 'alice', 'read', 'artifact', '103', true],
    // Of no kind.
    ['user', 'alice', 'read', 'spaceship', '101', false],
    ['record', 'alice', 'read', 'record', '101', false],
  ] as const)('%s %s may %s %s %s: %s', async (type, id, name, of, what, allowed) => {
    expect(await decide([type, id], name, [of, what])).toBe(allowed)
  })

  test('is the type of what a search finds', async () => {
    const subject = { type: 'person', id: 'alice' }
    const action = { name: 'write' }
    const found = await access.searchResources({ subject, action, resource: { type: 'record' } })
    expect(found.results.map(({ type }) => type)).toEqual(['record', 'record'])
    const resource = { type: 'record', id: '101' }
    const who = await access.searchSubjects({ subject: { type: 'person' }, action, resource })
    expect(who.results.map(({ type }) => type)).toEqual(['person', 'person'])
    const { results } = await access.searchActions({ subject, resource })
    expect(results.map(({ name }) => name)).toEqual(expect.arrayContaining(['read', 'write']))
  })

  test('is the word of a denial', async () => {
    const { context } = await access.evaluate({
      subject: { type: 'person', id: 'alice' },
      action: { name: 'read' },
      resource: { type: 'record', id: '103' },
      context: { rolecall: { explain: true } },
    })
    expect(context?.text).toBe('There is no record "103".')
  })

  test.each([
    ['person', 'spaceship', 'There is no type "spaceship".'],
    ['person', 'recrod', 'There is no type "recrod". Did you mean record?'],
    ['person', 'projct', 'There is no type "projct". Did you mean project?'],
    ['persno', 'record', 'There is no type "persno". Did you mean person?'],
  ])('is unknown: of a %s, about a %s', async (subject, type, text) => {
    for (const client of [mock.client({ enforcementPoint: true }), mock.client({ as: 'alice' })]) {
      const { decision, context } = await client.access.evaluate({
        subject: { type: subject, id: 'alice' },
        action: { name: 'read' },
        resource: { type, id: '101' },
        context: { rolecall: { explain: true } },
      })
      expect([decision, context?.text]).toEqual([false, text])
    }
  })

  test('is the word that denials have for it, unless the policy names it so', async () => {
    const { types: _, ...plain } = records
    const asked = createMock({ policy: plain, scenario: house }).client({ enforcementPoint: true })
    const { context } = await asked.access.evaluate({
      subject: { type: 'user', id: 'alice' },
      action: { name: 'read' },
      resource: { type: 'folder', id: 'shelf' },
      context: { rolecall: { explain: true } },
    })
    expect(context?.text).toBe('There is no type "folder". Did you mean project?')
  })

  test('lets an enforcement point be no person either', async () => {
    const question = {
      subject: { type: 'person', id: 'me' },
      action: { name: 'read' },
      resource: { type: 'record', id: '101' },
    }
    await expect(access.evaluate(question)).rejects.toMatchObject({ status: 400 })
  })
})

test('checkPolicy finds nothing wrong in the policy of these tests', () => {
  expect(checkPolicy(records).filter(({ severity }) => severity === 'error')).toEqual([])
})
