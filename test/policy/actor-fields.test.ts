import { describe, expect, test } from 'vitest'
import { acme as adaptiveAcme } from '../../mocks/policies/adaptive/acme.ts'
import { acme } from '../../mocks/policies/superannotate/acme.ts'
import { adaptive, definePolicy, superannotate } from '../../mocks/policies/index.ts'
import type { Condition } from '../../mocks/policy/language/condition.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, organization, outcomeOf } from '../support/outcome.ts'
import { guarded, ownGuard } from '../support/custom-guards.ts'
import { ownRule } from '../support/custom-rule.ts'
import { denial, refusal } from '../support/refusal.ts'

const refused = { status: 409, code: 'invalid_state' }

describe('a guard can test the caller', () => {
  test.each<[string, Condition]>([
    ['by role in the organization', { field: 'actor.role', is: 'admin' }],
    ['by status', { not: { field: 'actor.email', is: email('admin') } }],
    ['by a grant', { field: 'actor.grants.explore', is: true }],
  ])('%s', async (_, when) => {
    const { as } = guarded(
      superannotate,
      acme,
      ownGuard(['users.remove'], when, 'Not {actor.role}.'),
    )
    const error = await refusal(as('granted').users.remove(email('labeler')))
    expect(error).toMatchObject({ ...refused, message: 'Not admin.' })
    await as('admin').users.remove(email('labeler'))
  })

  test.each<[string, Condition]>([
    ['by a role in a team', { field: 'actor.teams.research', is: 'admin' }],
    ['by membership of a team', { not: { field: 'actor.teams.support', is: null } }],
    ['by the role in the team concerned', { field: 'actor.roleInTeam', is: 'admin' }],
  ])('%s', async (_, when) => {
    const { as } = guarded(adaptive, adaptiveAcme, ownGuard(['teams.get'], when))
    expect(await refusal(as('bridge').teams.get('research'))).toMatchObject(refused)
    expect((await as('scientist').teams.get('research')).key).toBe('research')
  })

  test('by whether they are the target', async () => {
    const { as } = guarded(
      superannotate,
      acme,
      ownGuard(['users.update'], {
        all: [{ field: 'user.isActor', is: true }, { not: { field: 'input.role', is: null } }],
      }),
    )
    const own = guarded(
      adaptive,
      adaptiveAcme,
      ownGuard(['users.update.teams.set'], { field: 'user.isActor', is: true }),
    )
    const change = { teams: { research: 'annotator' } }
    expect(await refusal(own.as('lead').users.update(email('lead'), change))).toMatchObject(refused)
    expect((await own.as('lead').users.update(email('analyst'), change)).teams.research).toBe(
      'annotator',
    )
    expect((await as('admin').users.update(email('labeler'), { role: 'admin' })).role).toBe('admin')
  })
})

describe('such a guard applies to every kind of question', () => {
  const { as } = guarded(
    superannotate,
    acme,
    ownGuard(['projects.create'], { field: 'actor.role', is: 'admin' }, 'Admins make none.'),
  )
  const admin = as('plain')

  test('with arguments and without', async () => {
    const answer = { outcome: 'no', rule: 'OWN-01', ...refused, final: 'Admins make none.' }
    const key = { key: 'new-one', name: 'New one' }
    expect(await admin.can('projects.create', key)).toMatchObject(answer)
    expect(await explainedOf(admin, 'projects.create')).toMatchObject(answer)
    expect(await outcomeOf(as('admin'), 'projects.create')).toBe('yes')
  })

  test('in the searches and in the matrix', async () => {
    const { results } = await admin.access.searchActions({
      subject: { type: 'user', id: 'me' },
      resource: organization,
    })
    const names = results.map(({ name }) => name)
    expect(names).toContain('users.list')
    expect(names).not.toContain('projects.create')
    const { cells } = await as('admin').policy.matrix()
    const outcomeFor = async (name: string) => {
      const { id } = await as('admin').users.get(email(name))
      return cells.find((cell) => cell.persona === id && cell.action === 'projects.create')?.outcome
    }
    expect([await outcomeFor('plain'), await outcomeFor('admin')]).toEqual(['no', 'yes'])
  })
})

describe('a guard on an action asked by itself', () => {
  const look = (when: Condition) =>
    acmeOf(
      definePolicy({
        ...adaptive,
        name: 'own',
        rules: { ...adaptive.rules, 'own.look': ownRule({ nothing: true }) },
        guards: [...adaptive.guards, ownGuard(['own.look'], when)],
      }),
      { scenario: adaptiveAcme },
    )

  test('sees the caller', async () => {
    const { as } = look({ field: 'actor.teams.research', is: 'admin' })
    expect(await outcomeOf(as('lead'), 'own.look')).toBe('no')
    expect(await outcomeOf(as('scientist'), 'own.look')).toBe('yes')
  })

  test('and sees the platform', async () => {
    const onPlan = (name: string) => look({ field: 'organization.plan.name', is: name }).as('lead')
    expect(await outcomeOf(onPlan('enterprise'), 'own.look')).toBe('no')
    expect(await outcomeOf(onPlan('free'), 'own.look')).toBe('yes')
  })
})

describe('remedies', () => {
  test('remove no guard: none is offered against it, and it is reported after one', async () => {
    const { as } = guarded(
      superannotate,
      acme,
      ownGuard(['users.remove'], { not: { field: 'actor.role', is: 'owner' } }, 'Only owners.'),
    )
    const decision = await as('plain').can('users.remove', email('granted'))
    expect(decision.outcome).toBe('no')
    expect(decision.alternatives.map(({ refusal: after }) => after?.text)).toEqual(['Only owners.'])
    expect(await as('plain').can('users.remove', email('labeler'))).toMatchObject({
      outcome: 'no',
      alternatives: [],
      final: 'Only owners.',
    })
  })

  test('change the caller, where that decides what is required', async () => {
    const asked = (when: Condition) =>
      acmeOf(
        definePolicy({
          ...superannotate,
          name: 'own',
          changes: {
            ...superannotate.changes,
            'organization.update': {
              keys: { name: [{ when, ask: 'own.nothing' }, { ask: 'own.never' }] },
            },
          },
          rules: {
            ...superannotate.rules,
            'own.nothing': ownRule({ nothing: true }),
            'own.never': ownRule({ feature: 'magic' }, 'OWN-02'),
          },
        }),
        { scenario: acme },
      )
    const { as } = asked({ field: 'actor.role', is: 'admin' })
    const rename = () => as('labeler').organization.update({ name: 'Better' })
    const { rule, alternatives } = await denial(rename())
    expect(rule).toBe('OWN-02')
    expect(alternatives).toMatchObject([
      {
        missing: [{ requirement: { kind: 'role', role: 'admin' } }],
        calls: [{ operation: 'users.update', args: [email('labeler'), { role: 'admin' }] }],
      },
    ])
    await as('admin').users.update(email('labeler'), { role: 'admin' })
    expect((await rename()).name).toBe('Better')
  })
})

test('an effect can test the caller', async () => {
  const { as } = acmeOf(
    definePolicy({
      ...superannotate,
      name: 'own',
      effects: [
        ...superannotate.effects,
        {
          rule: 'OWN-01',
          on: ['projects.update'],
          when: { field: 'actor.role', is: 'admin' },
          do: { removeEntries: 'project' },
        },
      ],
    }),
    { scenario: acme },
  )
  const entries = async () => (await as('admin').projects.members.list('street-scenes')).data.length
  await as('admin').projects.update('street-scenes', { name: 'Streets' })
  expect(await entries()).toBeGreaterThan(0)
  await as('plain').projects.update('street-scenes', { name: 'Roads' })
  expect(await entries()).toBe(0)
})
