import { describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { bigml, ica, peltarion, superannotate } from '../../mocks/policies/index.ts'
import type { Decision } from '../../src/index.ts'
import { acmeOf } from '../support/acme-of.ts'

const lead = 'lead@acme.test'

/** Runs the calls of one alternative, each as the first person who may. */
async function run(mock: Mock, calls: Decision['alternatives'][number]['calls']) {
  for (const { operation, args, by } of calls) {
    await mock.client({ as: by[0] ?? '' }).call(operation, ...args)
  }
}

/** The decision on any call. */
async function can(mock: Mock, user: string, operation: string, args: readonly unknown[]) {
  const evaluation = await mock.client({ as: user }).access.evaluate({
    subject: { type: 'user', id: 'me' },
    action: { name: operation },
    resource: { type: 'organization', id: 'current' },
    context: { rolecall: { explain: true, args: [...args] } },
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

describe('a conflict after the remedy is shown only to callers who may see it', () => {
  test('a role that the caller may list', async () => {
    const body = { key: 'admin', permissions: [] }
    const { alternatives, final } = await can(createMock(), lead, 'roles.create', [body])
    expect(alternatives).toMatchObject([
      { calls: [{ operation: 'users.update' }], refusal: { status: 409, code: 'key_taken' } },
    ])
    expect(alternatives[0]?.refusal?.text).toContain('key is taken: there is a role admin already')
    expect(final).toBeUndefined()
  })

  test('and the first remedy says so in the error', async () => {
    const attempt = createMock()
      .client({ as: lead })
      .roles.create({ key: 'admin', permissions: [] })
    await expect(attempt).rejects.toThrow(/Would allow it: .* Even then 409 key_taken: .*is taken/)
  })

  test('a conflict of the call itself is no secret', async () => {
    const { as } = acmeOf(peltarion)
    const decision = await as('scientist').can('invitations.create', {
      email: 'new@acme.test',
      role: 'viewer',
    })
    expect(decision.alternatives).toMatchObject([
      { refusal: { status: 422, code: 'role_not_available' } },
    ])
  })

  test('what somebody owns, to themselves', async () => {
    const { as } = acmeOf(ica)
    const { alternatives } = await as('owner').can('users.remove', 'owner@acme.test')
    expect(alternatives).toMatchObject([{ refusal: { status: 409, code: 'owner_required' } }])
  })

  test('and explain: missing hides it with the remedy', async () => {
    const { as } = acmeOf(bigml, { explain: 'missing' })
    const owner = { email: 'new@acme.test', role: 'owner' } as const
    const { alternatives } = await as('guest').can('invitations.create', owner)
    expect(alternatives).toEqual([
      { missing: [expect.anything()], calls: [], selfService: false, gives: [] },
    ])
  })
})

test('a remedy that leads to a 404 is none, and final says so', async () => {
  const { as, entry } = acmeOf(superannotate)
  // Making a contributor an admin removes their entries, so none is left to remove.
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
