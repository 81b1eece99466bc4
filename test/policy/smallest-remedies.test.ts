import { describe, expect, test } from 'vitest'
import { acme as adaptiveAcme } from '../../mocks/policies/adaptive/acme.ts'
import { acme as bigmlAcme } from '../../mocks/policies/bigml/acme.ts'
import { acme as icaAcme } from '../../mocks/policies/ica/acme.ts'
import { acme as superannotateAcme } from '../../mocks/policies/superannotate/acme.ts'
import {
  adaptive,
  bigml,
  definePolicy,
  ica,
  type Policy,
  superannotate,
} from '../../mocks/policies/index.ts'
import type { Requirement } from '../../mocks/policy/language/requirement.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { ownRule } from '../support/custom-rule.ts'
import { explainedOf, organization } from '../support/outcome.ts'
import { waysIn } from '../support/remedy-arguments.ts'

/** The policy with one more rule, for the action `own`. */
const asking = (policy: Policy, require: Requirement): Policy =>
  definePolicy({ ...policy, name: 'own', rules: { ...policy.rules, own: ownRule(require) } })

describe('something that the caller already has', () => {
  test('a permission that survived a revocation needs no grant', async () => {
    const policy = asking(superannotate, {
      all: [
        { permission: 'training:view', in: 'organization' },
        { permission: 'token:view', in: 'organization' },
      ],
    })
    const { as, artifact } = acmeOf(policy, { scenario: superannotateAcme })
    const id = await artifact('segmenter-run-1')
    const decision = await explainedOf(as('revoked'), 'own', { type: 'artifact', id })
    expect(waysIn(decision)).toEqual([[[email('revoked'), { grants: { view_token: true } }]]])
  })

  test('a permission that the next role would lack does not count', async () => {
    const clerk = {
      key: 'clerk',
      name: 'Clerk',
      scope: 'organization',
      permissions: ['clerk:count'],
      origin: 'reading',
    } as const
    const policy = asking(superannotate, {
      all: [
        { permission: 'team:invite', in: 'organization' },
        { permission: 'clerk:count', in: 'organization' },
      ],
    })
    const permissions = {
      ...policy.permissions,
      'clerk:count': { description: 'Counts.', origin: 'reading' as const },
    }
    const withClerks = { ...policy, permissions, roles: [...policy.roles, clerk] }
    const { as } = acmeOf(withClerks, { scenario: superannotateAcme })
    expect(waysIn(await explainedOf(as('plain'), 'own'))).toContain(
      'Only the Team Owner or a Clerk may do it',
    )
  })

  test('a right in an entry is kept beside the missing one', async () => {
    const policy = asking(ica, {
      all: [
        { permission: 'data:upload', in: 'project' },
        { permission: 'data:download', in: 'project' },
      ],
    })
    const { as, entry } = acmeOf(policy, { scenario: icaAcme })
    const about = { type: 'project', id: 'genomes' } as const
    const [first] = (await explainedOf(as('engineer'), 'own', about)).alternatives
    expect(first?.missing.map(({ text }) => text)).toEqual([
      'The right to download is needed on project Genomes.',
    ])
    expect(first?.calls.map(({ args }) => args)).toEqual([
      ['genomes', await entry('genomes', 'engineer'), { rights: ['upload', 'download'] }],
    ])
  })
})

describe('of several sufficient roles', () => {
  const either: Requirement[] = [
    { permission: 'use_case:interact', in: { team: 'legacy' } },
    { permission: 'model:create', in: { team: 'legacy' } },
  ]
  test.each([[either], [either.toReversed()]])('the least is given: %j', async (any) => {
    const { as } = acmeOf(asking(adaptive, { any }), { scenario: adaptiveAcme })
    expect(waysIn(await explainedOf(as('watcher'), 'own', organization))).toEqual([
      [[email('watcher'), { teams: { legacy: 'inference' } }]],
    ])
  })
})

describe('calls of a remedy', () => {
  test('are in an order in which each can follow: the plan, then the person', async () => {
    const policy = asking(bigml, {
      all: [
        { permission: 'organization:manage_roles', in: 'organization' },
        { feature: 'reports' },
      ],
    })
    const { as } = acmeOf(policy, { scenario: bigmlAcme })
    expect(waysIn(await explainedOf(as('contractor'), 'own'))).toEqual([
      [[{ features: ['reports'] }], [email('contractor'), { role: 'admin' }]],
    ])
  })

  test('change one entry each', async () => {
    const { as, artifact, entry } = acmeOf(ica)
    const sample = await artifact('sample-1.bam')
    const decision = await as('engineer').can('artifacts.move', sample, { project: 'trials' })
    expect(waysIn(decision)).toContainEqual([
      [
        'genomes',
        await entry('genomes', 'engineer'),
        { roles: { project: 'administrator' }, rights: ['upload', 'download'] },
      ],
      ['trials', await entry('trials', 'engineer'), { rights: ['upload'] }],
    ])
  })
})
