import { describe, expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, bigml, definePolicy, ica, superannotate } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import type { Decision } from '../../src/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { ownRule } from '../support/custom-rule.ts'
import { denial, refusal } from '../support/refusal.ts'

const ghost = 'ghost'
const subject = { type: 'user', id: email(ghost) }

describe('an unknown reference keeps the other remedies', () => {
  test.each<[Policy, string, string, readonly unknown[], string]>([
    [
      adaptive,
      'lead',
      'users.update',
      [email('reviewer'), { teams: { support: 'read-only', ghost: 'read-only' } }],
      'team "ghost": it does',
    ],
    [
      adaptive,
      'lead',
      'users.update',
      [email('reviewer'), { teams: { support: ghost, ghost } }],
      'team "ghost", role "ghost" in teams.support and role "ghost" in teams: they do',
    ],
    [
      adaptive,
      'lead',
      'users.create',
      [{ email: 'new@acme.test', teams: { ghost: 'read-only' } }],
      'team "ghost": it does',
    ],
    [
      adaptive,
      'lead',
      'teams.create',
      [{ key: 'new', defaultRole: ghost }],
      'role "ghost" in defaultRole: it does',
    ],
    [
      adaptive,
      'watcher',
      'projects.members.add',
      ['churn', { subject: { type: 'team', id: ghost }, roles: { project: 'read-only' } }],
      'team "ghost" in subject.id: it does',
    ],
    [
      adaptive,
      'lead',
      'projects.members.add',
      ['churn', { subject: { type: 'team', id: 'legacy' }, roles: { project: ghost } }],
      'role "ghost" in roles.project: it does',
    ],
    [
      bigml,
      'analyst',
      'projects.members.add',
      ['churn', { subject, roles: { project: ghost } }],
      'user "ghost@acme.test" in subject.id and role "ghost" in roles.project: they do',
    ],
    [
      ica,
      'analyst',
      'projects.members.add',
      ['genomes', { subject }],
      'user "ghost@acme.test" in subject.id: it does',
    ],
    [
      superannotate,
      'annotator',
      'invitations.create',
      [{ email: 'new@acme.test', role: ghost }],
      'role "ghost": it does',
    ],
  ])('%o: %s, %s %j', async (policy, name, operation, args, names) => {
    const { as, mock } = acmeOf(policy)
    const call = () => as(name).call(operation, ...args)
    const { text, alternatives, final } = await denial(call())
    const missing = names.endsWith('it does') ? ', or is hidden' : ', or are hidden'
    expect(text).toContain(`This leaves out ${names} not exist${missing}.`)
    expect({ final, isHelped: alternatives.length > 0 }).toEqual({
      final: undefined,
      isHelped: true,
    })
    for (const { operation: remedy, args: given, by } of alternatives[0]?.calls ?? []) {
      await mock.client({ as: by[0] ?? '' }).call(remedy, ...given)
    }
    expect(await refusal(call())).toMatchObject({ status: 422, code: 'unknown_reference' })
  })

  test.each([false, true])('a list with an unknown item, hardened: %s', async (hardened) => {
    const { as } = acmeOf(adaptive, { hardened })
    const permissions = ['use_case:read', 'use_case:reed']
    const { text, alternatives } = await denial(
      as('lead').roles.create({ key: 'new', permissions }),
    )
    expect(text).toContain(
      'This leaves out permission "use_case:reed" (the second of permissions): it does not exist.',
    )
    expect(alternatives[0]?.refusal).toMatchObject({ code: 'unknown_reference' })
  })

  test('of many the first are named, and the rest counted', async () => {
    const { as } = acmeOf(adaptive)
    const permissions = ['a', 'b', 'c', 'd', 'e']
    const { text } = await denial(as('lead').roles.create({ key: 'new', permissions }))
    expect(text).toContain(
      'This leaves out permission "a" (the first of permissions), permission "b" (the second of permissions), permission "c" (the third of permissions) and 2 more: they do not exist.',
    )
  })
})

/** The decision, with the name of the hidden resource masked. */
const masked = (decision: Decision, name: string): string =>
  JSON.stringify(decision).replaceAll(new RegExp(`(?<!Delete or )${name}`, 'g'), '…')

describe('a hidden reference reads like a missing one', () => {
  test.each([
    ['engineer', true],
    ['scientist', true],
    ['accepted', true],
  ])('a project to which %s moves data', async (name, isHelped) => {
    const { as, artifact } = acmeOf(ica)
    const sample = await artifact('sample-1.bam')
    const moveTo = (project: string) => denial(as(name).artifacts.move(sample, { project }))
    const hidden = await moveTo('archive')
    expect(masked(hidden, 'archive')).toBe(masked(await moveTo('nothing'), 'nothing'))
    expect(hidden.alternatives.length > 0).toBe(isHelped)
  })

  test('a change that might reveal it is no remedy, and the decision says why', async () => {
    const { as } = acmeOf(adaptive)
    const [dataset] = (await as('lead').artifacts.list({ kind: 'dataset', project: 'churn' })).data
    const moveTo = (project: string) =>
      denial(as('support-lead').artifacts.move(dataset?.id ?? '', { project }))
    const [hidden, missing] = [await moveTo('archive'), await moveTo('nothing')]
    expect(masked(hidden, 'archive')).toBe(masked(missing, 'nothing'))
    expect(hidden).toMatchObject({
      alternatives: [],
      final:
        'It names something that does not exist, or that is hidden. Name what you can see to learn what would allow it.',
    })
  })

  test('a change that reveals it and allows the call on any is one', async () => {
    const { as } = acmeOf(bigml)
    const [source] = (await as('analyst').artifacts.list({ kind: 'source', project: 'churn' })).data
    const moveTo = (project: string) =>
      denial(as('analyst').artifacts.move(source?.id ?? '', { project }))
    const [hidden, missing] = [await moveTo('payroll'), await moveTo('nothing')]
    expect(masked(hidden, 'payroll')).toBe(masked(missing, 'nothing'))
    expect(hidden.alternatives.map(({ calls }) => calls[0]?.operation)).toEqual([
      'projects.members.update',
      'users.update',
    ])
  })

  test('a team hidden by the policy', async () => {
    const ofOwnTeams = ownRule({ permission: 'team:read', in: 'team' })
    const policy = definePolicy({
      ...adaptive,
      name: 'own',
      visibility: { ...adaptive.visibility, team: ofOwnTeams },
    })
    const { as } = acmeOf(policy, { scenario: acme })
    const give = (team: string) => {
      const body = { name: 'Another', teams: { [team]: 'read-only' } }
      return denial(as('lead').users.update(email('reviewer'), body))
    }
    const hidden = await give('legacy')
    expect(masked(hidden, 'legacy')).toBe(masked(await give('nothing'), 'nothing'))
    expect(hidden.text).toContain('team "legacy": it does not exist, or is hidden.')
  })
})
