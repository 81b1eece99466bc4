import { describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { superannotate } from '../../mocks/policies/index.ts'
import type { Decision } from '../../src/index.ts'
import { acmeOf } from '../support/acme-of.ts'

const lead = 'lead@acme.test'

/** Runs the calls of one alternative, each as the first who may. */
async function run(mock: Mock, calls: Decision['alternatives'][number]['calls']) {
  for (const { operation, args, by } of calls) {
    await mock.client({ as: by[0] ?? '' }).call(operation, ...args)
  }
}

/** The decision on a call, whatever it is. */
async function can(mock: Mock, user: string, operation: string, args: readonly unknown[]) {
  const evaluation = await mock.client({ as: user }).access.evaluate({
    subject: { type: 'user', id: 'me' },
    action: { name: operation },
    resource: { type: 'organization', id: 'current' },
    context: { explain: true, args: [...args] },
  })
  if (evaluation.context === undefined) throw new Error('There is no decision.')
  return evaluation.context
}

const denials = [
  ['roles.create', lead, ['roles.create', { key: 'mine', permissions: [] }]],
  [
    'adding a stranger',
    lead,
    ['users.update', 'newcomer@acme.test', { teams: { research: true } }],
  ],
  [
    'two changes',
    'newcomer@acme.test',
    ['users.update', lead, { teams: { research: 'annotator', support: true } }],
  ],
  ['a use case', 'analyst@acme.test', ['projects.update', 'churn', { name: 'Ours' }]],
  [
    'sharing',
    lead,
    [
      'projects.members.add',
      'summaries',
      { subject: { type: 'team', id: 'legacy' }, roles: { project: 'read-only' } },
    ],
  ],
] as const

describe('each alternative flips its denial', () => {
  test.each(denials)('%s', async (_, user, [operation, ...args]) => {
    const decision = await can(createMock(), user, operation, args)
    expect(decision).toMatchObject({ allowed: false, status: 403 })
    expect(decision.alternatives.length).toBeGreaterThan(0)
    for (const { calls } of decision.alternatives) {
      const mock = createMock()
      await run(mock, calls)
      expect(await can(mock, user, operation, args)).toMatchObject({ allowed: true })
    }
  })
})

test('an alternative that something else would refuse is not offered, and final says what', async () => {
  const mock = createMock()
  const body = { key: 'admin', permissions: [] }
  const decision = await can(mock, lead, 'roles.create', [body])
  expect(decision).toMatchObject({ status: 403, alternatives: [] })
  expect(decision.final).toContain('exists already')
})

test('and that it would, once allowed, where it is the remedy that leads to it', async () => {
  const { as, entry } = acmeOf(superannotate)
  // Making somebody an admin removes their entries, so there is none left to remove.
  const own = await entry('street-scenes', 'annotator')
  const decision = await as('annotator').can('projects.members.remove', 'street-scenes', own)
  expect(decision).toMatchObject({ status: 403, alternatives: [] })
  expect(decision.final).toBe(
    `Once allowed, it would be refused all the same: There is no member "${own}" of project "street-scenes", or none that you may see.`,
  )
})

test('explaining a denial changes nothing', async () => {
  const mock = createMock()
  const before = mock.state
  await mock
    .client({ as: lead })
    .roles.create({ key: 'mine', permissions: [] })
    .catch(() => {})
  expect(mock.state === before).toBe(true)
})
