import { describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import type { Requirement } from '../../mocks/policy/language/requirement.ts'
import { policy, scenario } from '../../docs/examples/github-like/start.ts'
import { denial } from '../support/refusal.ts'

/** The organization with one team and one repository, so that a member of one is in all. */
const small = {
  ...scenario,
  teams: [{ key: 'web' }],
  users: scenario.users.map((user) =>
    user.email === 'lead@acme.test' ? user : { ...user, teams: {} },
  ),
  projects: [{ key: 'site', creator: 'lead@acme.test' }],
  members: [],
  artifacts: [],
}

/**
 * The maintainer of the only team, who administers the only repository, where the operation has this
 * requirement.
 */
const leadWhere = (operation: string, require: Requirement) => {
  const own: Policy = {
    ...policy,
    changes: { ...policy.changes, [operation]: { always: 'own' } },
    rules: { ...policy.rules, own: { id: 'OWN', text: 'Own.', origin: 'reading', require } },
  }
  return createMock({ policy: own, scenario: small }).client({ as: 'lead@acme.test' })
}

describe('nobody holds a right in a place that the call does not name', () => {
  test.each<[string, Requirement]>([
    ['a permission in a team', { permission: 'team:maintain', in: 'team' }],
    ['being in a team', { member: 'team' }],
    ['a permission on a project', { permission: 'repo:delete', in: 'project' }],
    ['a way into a project', { member: 'project' }],
    ['a permission on a destination', { permission: 'repo:delete', in: 'destination' }],
    ['being the creator of a project', { creator: 'project' }],
    ['being the creator of an artifact', { creator: 'artifact' }],
    ['being the recipient of an invitation', { self: 'invitation' }],
  ])('%s', async (_, require) => {
    const lead = leadWhere('users.remove', require)

    expect(await denial(lead.users.remove('member@acme.test'))).toMatchObject({ rule: 'OWN' })
    const decision = await lead.can('users.remove', 'member@acme.test')
    expect(decision).toMatchObject({ outcome: 'no', alternatives: [] })
  })

  test('nor in a team, in an entry for a person', async () => {
    const lead = leadWhere('projects.members.add', { permission: 'team:maintain', in: 'team' })
    const entry = {
      subject: { type: 'user', id: 'member@acme.test' },
      roles: { project: 'read' },
    } as const

    expect(await denial(lead.projects.members.add('site', entry))).toMatchObject({ rule: 'OWN' })
    expect(await lead.can('projects.members.add', 'site', entry)).toMatchObject({ outcome: 'no' })
  })

  test('but where the call names the place', async () => {
    const team = leadWhere('teams.delete', { permission: 'team:maintain', in: 'team' })
    expect(await team.can('teams.delete', 'web')).toMatchObject({ outcome: 'yes' })
    const project = leadWhere('projects.delete', { permission: 'repo:delete', in: 'project' })
    expect(await project.can('projects.delete', 'site')).toMatchObject({ outcome: 'yes' })
  })
})
