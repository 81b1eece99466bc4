import { describe, expect, test } from 'vitest'
import { createMock, matrix } from '../../mocks/index.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import type { Requirement } from '../../mocks/policy/language/requirement.ts'
import { checkPolicy } from '../../mocks/policy-check/check-policy.ts'
import { policy, scenario } from '../../docs/examples/github-like/start.ts'
import { explainedOf } from '../support/outcome.ts'
import { denial } from '../support/refusal.ts'

const { changes, rules } = policy

/** The organization, with a custom requirement on one operation. */
const askingOwn = (operation: string, require: Requirement): Policy => ({
  ...policy,
  changes: { ...changes, [operation]: { always: 'own' } },
  rules: { ...rules, own: { id: 'OWN', text: 'Own.', origin: 'reading', require } },
})

const mockOf = (own: Policy) => createMock({ policy: own, scenario })
const adminOf = (own: Policy) => mockOf(own).client({ as: 'admin@acme.test' })

describe('a resource that no call of the operation names is missing in a question too', () => {
  test.each<[string, Requirement, string]>([
    ['projects.create', { permission: 'org:create_repositories', in: 'project' }, 'repository'],
    ['projects.create', { member: 'project' }, 'repository'],
    ['teams.create', { permission: 'team:maintain', in: 'team' }, 'team'],
    ['teams.create', { member: 'team' }, 'team'],
    ['invitations.create', { permission: 'team:maintain', in: 'team' }, 'team'],
    ['users.remove', { permission: 'repo:delete', in: 'project' }, 'repository'],
    ['users.list', { member: 'any_team', who: 'user' }, 'user'],
    ['projects.update', { permission: 'team:maintain', in: 'team' }, 'team'],
    ['projects.delete', { permission: 'repo:delete', in: 'destination' }, 'repository'],
    ['projects.delete', { self: 'user' }, 'user'],
    ['projects.delete', { self: 'member' }, 'entry'],
    ['projects.delete', { self: 'invitation' }, 'invitation'],
    ['projects.delete', { creator: 'artifact' }, 'artifact'],
    ['teams.delete', { creator: 'project' }, 'repository'],
    ['teams.delete', { creator: 'project_contents' }, 'repository'],
    ['teams.delete', { path: 'owner' }, 'repository'],
  ])('%s, asking %j', async (operation, require, noun) => {
    const own = askingOwn(operation, require)
    const final = `Nobody may do it: a call of it names no ${noun}.`

    const decision = await explainedOf(adminOf(own), operation)

    expect(decision).toMatchObject({ outcome: 'no', rule: 'OWN', alternatives: [], final })
    expect(decision.text).toMatch(new RegExp(`^${operation} (?:needs|is only for) .*\\.$`))
    expect(decision.text).not.toContain('to learn what would allow it')
    expect(checkPolicy(own)).toContainEqual(
      expect.objectContaining({ code: 'unreachable', pointer: '/rules/own/require' }),
    )
  })

  test('and in the matrix, and in the action by itself', async () => {
    const action = 'org:create_repositories'
    const asked = rules[action]
    if (!asked) throw new Error(`There is no rule of ${action}.`)
    const require = { permission: action, in: 'project' } as const
    const own: Policy = { ...policy, rules: { ...rules, [action]: { ...asked, require } } }

    const { cells } = await matrix(mockOf(own))

    for (const name of ['projects.create', action]) {
      const outcomes = cells.filter((cell) => cell.action === name).map(({ outcome }) => outcome)
      expect(outcomes).toEqual(scenario.personas.map(() => 'no'))
    }
    const admin = adminOf(own)
    const final = 'Nobody may do it: a call of it names no repository.'
    expect(await explainedOf(admin, 'projects.create')).toMatchObject({ outcome: 'no', final })
    const decision = await admin.can('projects.create', { key: 'zed' })
    expect(decision).toMatchObject({ outcome: 'no', final })
    expect(await denial(admin.projects.create({ key: 'zed' }))).toMatchObject({ final })
  })

  test('and where every key requires it, and in hardened mode', async () => {
    const own: Policy = {
      ...askingOwn('users.me', { self: 'invitation' }),
      changes: {
        ...changes,
        'users.me': { always: 'own' },
        'teams.create': { always: 'own', keys: { key: 'own', name: 'org:create_teams' } },
        'teams.update': { keys: { name: 'own' }, nothing: 'own' },
      },
    }
    const mock = createMock({ policy: own, scenario, hardened: true })
    const admin = mock.client({ as: 'admin@acme.test' })
    const final = 'Nobody may do it: a call of it names no invitation.'

    expect(await explainedOf(admin, 'teams.create')).toMatchObject({ outcome: 'no', final })
    expect(await explainedOf(admin, 'teams.update')).toMatchObject({ outcome: 'no', final })
  })
})

describe('a resource that a call can name', () => {
  const inTeam = { permission: 'team:maintain', in: 'team' } as const

  test('is requested by its name as ever', async () => {
    const own = askingOwn('projects.create', inTeam)
    const member = mockOf(own).client({ as: 'member@acme.test' })

    expect((await member.can('projects.create', { key: 'zed' })).text).toMatch(
      / Name the team to learn what would allow it\.$/,
    )
  })

  test('leaves out alternatives about other resources', async () => {
    const manage = { permission: 'org:manage_people', in: 'organization' } as const
    const own = askingOwn('users.list', { any: [manage, { self: 'user' }, inTeam] })
    const decision = await explainedOf(mockOf(own).client({ as: 'member@acme.test' }), 'users.list')

    expect(decision.text).toContain(
      'needs “Invite and remove people, and say who is an owner” (org:manage_people) in the organization.',
    )
    expect(decision.text).not.toContain('Name the')
    expect(await explainedOf(adminOf(own), 'users.list')).toMatchObject({ outcome: 'yes' })
  })

  test('does not help where another required resource has no name', async () => {
    const own = askingOwn('projects.create', { all: [inTeam, { self: 'user' }] })

    const decision = await adminOf(own).can('projects.create', { key: 'zed' })

    expect(decision).toMatchObject({
      outcome: 'no',
      final: 'Nobody may do it: a call of it names no user.',
    })
  })
})

describe('holding what is handed out', () => {
  const covers = { covers: 'handed_out', in: 'project' } as const

  test('is met by everybody where nothing is handed out, and policy check says so', async () => {
    const own = askingOwn('projects.delete', covers)
    const member = mockOf(own).client({ as: 'member@acme.test' })

    expect(await explainedOf(member, 'projects.delete')).toMatchObject({ outcome: 'yes' })
    expect(checkPolicy(own)).toContainEqual({
      severity: 'warning',
      code: 'never_decisive',
      pointer: '/rules/own/require',
      message: 'Everybody meets this requirement: nothing is handed out by projects.delete.',
      fix: 'Require a permission, or remove it.',
    })
  })

  test('is met in an unnamed place only if nothing is handed out, and policy check says so', async () => {
    const own = askingOwn('invitations.create', covers)
    const admin = adminOf(own)

    expect(await admin.can('invitations.create', { email: 'new@acme.test' })).toMatchObject({
      outcome: 'no',
    })
    expect(checkPolicy(own)).toContainEqual(
      expect.objectContaining({
        code: 'unreachable',
        message:
          'Only a call that hands out nothing can meet this requirement: no repository is named by invitations.create.',
      }),
    )
  })
})
