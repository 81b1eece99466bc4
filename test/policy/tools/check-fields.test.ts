import { checkPolicy, ConfigurationError, createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { isPolicy } from '../../../mocks/policy-check/check-policy.ts'
import {
  effect,
  effectAt,
  fieldProblems,
  guard,
  guardAt,
  ownGuard,
  withOne,
} from './field-problems.ts'
import { withAt } from './library.ts'

const { scenario } = createMock({ policy: 'superannotate' })

describe('a field that is not bound in its place is reported', () => {
  test.each([
    [
      guardAt,
      guard('users.update', 'user.rolle'),
      '/when/field',
      'there is no field "user.rolle"',
      'Did you mean user.role?',
    ],
    [
      guardAt,
      guard('users.update', 'value'),
      '/when/field',
      'only the change of one key has a value',
      'input.role',
    ],
    [
      guardAt,
      guard('users.update', 'project.key'),
      '/when/field',
      'users.update names no project',
      'These are bound: user.*, actor.*',
    ],
    [
      guardAt,
      guard('users.remove', 'input.role'),
      '/when/field',
      'users.remove takes no body or query',
      'These are bound: user.*',
    ],
    [
      guardAt,
      guard('projects.members.add', 'input.subject.typ'),
      '/when/field',
      'projects.members.add takes no subject.typ',
      'Did you mean input.subject.type?',
    ],
    [
      guardAt,
      ownGuard('users.update', {
        any: [
          { field: 'user.role', is: 'admin' },
          { not: { all: [{ field: 'actr.role', is: 'admin' }] } },
        ],
      }),
      '/when/any/1/not/all/0/field',
      'there is no actr',
      'Did you mean actor.role?',
    ],
    [
      guardAt,
      guard('grant:manage', 'team.key'),
      '/when/field',
      'a guard on grant:manage, which users.update (grants) asks for: users.update names no team',
      'value',
    ],
    [
      guardAt,
      guard('tokens.revoke', 'token.value'),
      '/when/field',
      'there is no field "token.value"',
      'These are bound: actor.*, token.*',
    ],
    [
      '/changes/users.remove/always',
      [{ when: { field: 'input.role', is: 'x' }, ask: 'team:edit' }, { ask: 'team:edit' }],
      '/0/when/field',
      'a case of users.remove: users.remove takes no body',
      'user.*',
    ],
    [
      '/changes/users.update/keys/paused',
      { when: { field: 'value.on', is: true }, ask: 'team:pause_contributors' },
      '/when/field',
      'there is no field "value.on"',
      'value',
    ],
    [
      '/sources/project/from/0/when',
      { field: 'actor.role', is: 'admin' },
      '/field',
      'a source has no call',
      'These are bound: project.*, organization.*, settings.*.',
    ],
    [
      effectAt,
      effect('sign_up', { field: 'actor.role', is: 'admin' }),
      '/when/field',
      'nobody calls sign_up',
      'Did you mean user.role?',
    ],
    [
      effectAt,
      {
        ...effect('users.update'),
        do: { joinTeam: { field: 'user.team' }, role: { key: 'admin' } },
      },
      '/do/joinTeam/field',
      'there is no field "user.team"',
      'Did you mean',
    ],
    [
      guardAt,
      ownGuard('users.update', { field: 'user.role', is: 'admin' }, 'No {user.emial}.'),
      '/text',
      'the text of a guard on users.update: there is no field "user.emial"',
      'Did you mean user.email?',
    ],
    [
      guardAt,
      ownGuard('users.update', { field: 'user.role', is: 'admin' }, 'No { user.email }.'),
      '/text',
      '{ user.email } is not a field',
      'without spaces',
    ],
    [
      guardAt,
      ownGuard('users.update', { field: 'user.role', is: 'admin' }, 'No {user.email more.'),
      '/text',
      '{user.email more. is not a field',
      'without spaces. These are bound',
    ],
    [
      guardAt,
      ownGuard('users.update', { field: 'user.role', is: 'admin' }, 'No {user.grants}.'),
      '/text',
      'user.grants is a map',
      '{user.grants.<key>}',
    ],
    [
      '/invariants/0/text',
      'One owner of {user.email}.',
      '',
      'the text of an invariant: an invariant names no user',
      'These are bound: organization.*, settings.*.',
    ],
    [
      '/rules/team:edit/text',
      '{user.email} edits.',
      '',
      '{user.email} is shown as written',
      'without braces',
    ],
  ])('%s %j', (at, value, inside, message, fix) => {
    expect(fieldProblems(withOne(at, value))).toEqual([
      {
        severity: 'error',
        code: 'unbound_field',
        pointer: at + inside,
        message: expect.stringContaining(message) as unknown,
        fix: expect.stringContaining(fix) as unknown,
      },
    ])
  })

  const maintained = withAt(
    withOne('/changes/users.create', { always: 'own.manage' }),
    '/changes/users.update/keys/role',
    'own.manage',
  )
  const rule = { id: 'OWN-01', text: 'Own.', require: { nothing: true }, origin: 'reading' }
  const shared = withAt(maintained, '/rules/own.manage', rule)

  test('nor may one change require a value that another change of the action does not state', () => {
    const problems = fieldProblems(withAt(shared, guardAt, guard('own.manage', 'value')))
    expect(problems).toMatchObject([
      { pointer: `${guardAt}/when/field`, message: expect.stringContaining('users.create') },
    ])
  })

  test('but a resource may be missing, and then counts as null', () => {
    expect(fieldProblems(withAt(shared, guardAt, guard('own.manage', 'user.role')))).toEqual([])
  })

  test('each place is reported', () => {
    const guards = withAt(withOne(guardAt, guard('users.update', 'user.rolle')), effectAt, {
      ...effect('users.update', { field: 'user.rolle', is: 'x' }),
    })
    expect(fieldProblems(guards).map(({ pointer }) => pointer)).toEqual([
      `${guardAt}/when/field`,
      `${effectAt}/when/field`,
    ])
  })
})

describe('but not a bound field', () => {
  test.each([
    guard('team:pause_contributors', 'value', true),
    guard('grant:manage', 'value', null),
    guard('users.update', 'actor.teams.support'),
    guard('users.update', 'actor.grants.explore', true),
    guard('users.update', 'user.isActor', true),
    guard('users.update', 'input.teams.support', null),
    guard('users.update', 'next.role', ['admin', null]),
    guard('projects.members.update', 'member.subject.type', 'team'),
    guard('projects.members.update', 'next.roles.project', null),
    guard('artifacts.update', 'artifact.data.size.height', 3),
    guard('roles.get', 'role.permissions', 'team:edit'),
    guard('projects.members.add', 'team.ownsProject', true),
    guard('users.get', 'settings.admins', 'admin@acme.test'),
  ])('%j', (value) => {
    expect(fieldProblems(withOne(guardAt, value))).toEqual([])
  })
})

test('a policy with such a field is refused: the mock says where', () => {
  const load = (at: string, value: unknown) => {
    const policy: unknown = withOne(at, value)
    if (!isPolicy(policy)) throw new Error('It is not of the format.')
    return () => createMock({ policy, scenario })
  }
  expect(load(guardAt, guard('users.update', 'user.rolle'))).toThrow(ConfigurationError)
  expect(load(guardAt, guard('users.update', 'user.rolle'))).toThrow(
    `policy${guardAt}/when/field: "user.rolle" is not bound in a guard on users.update`,
  )
  expect(load(guardAt, guard('users.update', 'user.status', 'paused'))).toThrow(
    'user.status is never "paused". It is one of pending, active.',
  )
})

test('so is a bound by a field that is no number of seats', () => {
  const [problem] = checkPolicy(
    withOne('/invariants/0/atMost', { field: 'organization.plan.seat' }),
  )
  expect(problem).toMatchObject({
    code: 'shape',
    pointer: '/invariants/0/atMost/field',
    message: 'It is "organization.plan.seat".',
  })
})
