import { describe, expect, test } from 'vitest'
import { acme as tenant } from '../../mocks/policies/ica/acme.ts'
import { ica } from '../../mocks/policies/index.ts'
import type { Scenario } from '../../mocks/index.ts'
import { acme } from '../support/acme.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { waysIn } from '../support/remedy-arguments.ts'

const joining = (name: string, teams: Record<string, string>) => [email(name), { teams }]

describe('hardened, a caller who hands out more than they hold learns how to hold it', () => {
  test.each([
    [['use_case:read'], 'deputy'],
    [['use_case:read', 'model:read'], 'admin'],
  ])('%j in a role takes the least role that contains it: %s', async (permissions, admin) => {
    const { as } = acme({ hardened: true })
    const decision = await as('role-keeper').can('roles.create', { key: 'mine', permissions })
    expect(waysIn(decision)).toEqual([[joining('role-keeper', { admin })]])
  })

  test('in a membership: there, in team admin, or part of it in each', async () => {
    const { as } = acme({ hardened: true })
    const change = { teams: { support: 'annotator' } }
    const decision = await as('support-platform').can('users.update', email('watcher'), change)
    expect(waysIn(decision)).toEqual([
      [joining('support-platform', { admin: 'annotator' })],
      [joining('support-platform', { support: 'admin' })],
      [
        joining('support-platform', { admin: 'platform_admin' }),
        joining('support-platform', { support: 'annotator' }),
      ],
    ])
    const [first] = decision.alternatives
    expect(first?.missing[0]).toMatchObject({
      requirement: {
        kind: 'covers',
        in: { key: 'admin' },
        permissions: [
          'use_case:read',
          'use_case:interact',
          'use_case:add_feedback',
          'metric:read',
          'model:read',
          'team:read',
        ],
      },
      have: { member: false },
    })
  })

  describe('in an entry', () => {
    const rights = ['upload', 'download'] as const
    const subject = { type: 'user', id: email('stranger') } as const
    const body = { subject, roles: { project: 'contributor' }, rights: [...rights] }
    const waysOf = async (scenario: Scenario) => {
      const { as, entry } = acmeOf(ica, { scenario, hardened: true })
      const decision = await as('lead').can('projects.members.add', 'genomes', body)
      return { own: await entry('genomes', 'lead'), ways: waysIn(decision) }
    }

    test('each right by itself, or with a workgroup that has one of them', async () => {
      const members = tenant.members?.filter(({ project }) => project === 'genomes') ?? []
      const { own, ways } = await waysOf({ ...tenant, members })
      expect(ways).toEqual([
        [['genomes', own, { rights }]],
        [
          joining('lead', { statistics: 'workgroup_member' }),
          ['genomes', own, { rights: ['upload'] }],
        ],
      ])
    })

    test('nobody adds to a workgroup with rights elsewhere that they do not hold', async () => {
      const { as, entry } = acmeOf(ica, { scenario: tenant, hardened: true })
      const { alternatives } = await as('lead').can('projects.members.add', 'genomes', body)
      const own = await entry('genomes', 'lead')
      expect(alternatives.map(({ calls }) => calls.map(({ args, by }) => ({ args, by })))).toEqual([
        [{ args: ['genomes', own, { rights }], by: [email('admin')] }],
        [
          // Whether managers of workgroups hold its rights is not for a project administrator to know.
          { args: joining('lead', { statistics: 'workgroup_member' }), by: [] },
          { args: ['genomes', own, { rights: ['upload'] }], by: [email('admin')] },
        ],
      ])
    })
  })
})
