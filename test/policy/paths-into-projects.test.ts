import { expect, test } from 'vitest'
import { acme as adaptiveAcme } from '../../mocks/policies/adaptive/acme.ts'
import { acme as bigmlAcme } from '../../mocks/policies/bigml/acme.ts'
import { acme as icaAcme } from '../../mocks/policies/ica/acme.ts'
import { acme as superannotateAcme } from '../../mocks/policies/superannotate/acme.ts'
import { adaptive, bigml, ica, superannotate } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, outcomeOf } from '../support/outcome.ts'
import { waysIn } from '../support/remedy-arguments.ts'
import { ownRule } from '../support/custom-rule.ts'

const creates = 'organization:create_projects'

/**
 * The policy with rules that require membership alone. Everybody sees everything, so that a call is
 * denied and not hidden.
 */
const own = (policy: Policy): Policy => ({
  ...policy,
  name: 'own',
  visibility: {},
  rules: {
    ...policy.rules,
    'own.member': ownRule({ member: 'project' }),
    'own.path': ownRule({ path: 'owner' }),
    ...(Object.hasOwn(policy.permissions, creates) && {
      'own.member_and_creates': ownRule({
        all: [{ member: 'project' }, { permission: creates, in: 'organization' }],
      }),
    }),
  },
})

const platforms = {
  adaptive: acmeOf(own(adaptive), { scenario: adaptiveAcme }),
  bigml: acmeOf(own(bigml), { scenario: bigmlAcme }),
  ica: acmeOf(own(ica), { scenario: icaAcme }),
  superannotate: acmeOf(own(superannotate), { scenario: superannotateAcme }),
}

const project = (id: string) => ({ type: 'project', id }) as const
const nothingHelps = 'Nothing that anybody may change would allow it.'

const entry = (on: string, name: string, role: string) => [
  [on, { subject: { type: 'user', id: email(name) }, roles: { project: role } }],
]
const member = (name: string, team: string, role: string) => [
  [email(name), { teams: { [team]: role } }],
]
const role = (name: string, key: string) => [[email(name), { role: key }]]

test.each([
  [
    'adaptive',
    'newcomer',
    'own.member',
    'churn',
    [member('newcomer', 'research', 'read-only'), member('newcomer', 'support', 'read-only')],
  ],
  ['adaptive', 'watcher', 'own.path', 'churn', [member('watcher', 'research', 'read-only')]],
  [
    'ica',
    'stranger',
    'own.member',
    'genomes',
    [
      entry('genomes', 'stranger', 'none'),
      member('stranger', 'lab', 'workgroup_member'),
      member('stranger', 'statistics', 'workgroup_member'),
      role('stranger', 'tenant_administrator'),
    ],
  ],
  [
    'ica',
    'rejected',
    'own.member',
    'archive',
    [entry('archive', 'rejected', 'none'), role('rejected', 'tenant_administrator')],
  ],
  [
    'superannotate',
    'newcomer',
    'own.member',
    'receipts',
    [entry('receipts', 'newcomer', 'project_contributor'), role('newcomer', 'admin')],
  ],
  [
    'bigml',
    'guest',
    'own.member',
    'churn',
    [entry('churn', 'guest', 'read'), role('guest', 'admin')],
  ],
  ['bigml', 'guest', 'own.member_and_creates', 'triage', [role('guest', 'member')]],
  [
    'bigml',
    'guest',
    'own.member_and_creates',
    'churn',
    [role('guest', 'admin'), [...role('guest', 'member'), ...entry('churn', 'guest', 'read')]],
  ],
] as const)('%s: %s, %s of %s', async (platform, name, action, on, ways) => {
  const decision = await explainedOf(platforms[platform].as(name), action, project(on))
  expect(waysIn(decision)).toEqual(ways)
})

test('an invited user accepts, or joins like anybody else', async () => {
  const { as, entry: entryOf } = platforms.ica
  const ways = waysIn(await explainedOf(as('invited'), 'own.member', project('genomes')))
  expect(ways).toHaveLength(5)
  expect(ways).toContainEqual([['genomes', await entryOf('genomes', 'invited')]])
})

test.each([
  ['ica', 'owner', 'genomes'],
  ['ica', 'analyst', 'genomes'],
  ['ica', 'scientist', 'genomes'],
  ['ica', 'accepted', 'genomes'],
  ['ica', 'invited', 'genomes'],
  ['ica', 'tenant', 'archive'],
  ['superannotate', 'annotator', 'street-scenes'],
  ['superannotate', 'granted', 'receipts'],
  ['bigml', 'lead', 'churn'],
  ['bigml', 'guest', 'triage'],
] as const)(
  '%s: no team owns a project, so no path leads %s into %s',
  async (platform, name, on) => {
    const decision = await explainedOf(platforms[platform].as(name), 'own.path', project(on))
    expect([decision.outcome, waysIn(decision)]).toEqual(['no', nothingHelps])
  },
)

test('an unaccepted share is no way in', async () => {
  const pending = adaptiveAcme.members.map((one) => ({ ...one, status: 'pending' as const }))
  const scenario = { ...adaptiveAcme, members: pending }
  const { as } = acmeOf(own(adaptive), { scenario })
  expect(await outcomeOf(as('watcher'), 'own.member', project('churn'))).toBe('no')
  const ways = waysIn(await explainedOf(as('newcomer'), 'own.member', project('churn')))
  expect(ways).toEqual([member('newcomer', 'research', 'read-only')])
})

test('a share gives no more than its role, whatever role one gets in the team', async () => {
  const { as } = platforms.adaptive
  const ways = waysIn(await explainedOf(as('watcher'), 'model:create', project('churn')))
  expect(ways).toEqual([member('watcher', 'research', 'power_user')])
})

test('of paths that are judged together, one of an owner is enough', async () => {
  const together = { project: { ...adaptive.sources.project, combine: 'highest' as const } }
  const { as } = acmeOf(own({ ...adaptive, sources: together }), { scenario: adaptiveAcme })
  // The agent is in the owning team and in a team with a share, the watcher in the latter alone.
  expect(await outcomeOf(as('agent'), 'own.path', project('churn'))).toBe('yes')
  expect(await outcomeOf(as('watcher'), 'own.path', project('churn'))).toBe('no')
})
