import type { Condition } from '../../policy/language/condition.ts'
import type { Field } from '../../policy/language/fields.ts'
import type { Guard, Invariant } from '../../policy/language/policy.ts'

const isOwner: Condition = { field: 'user.role', is: 'owner' }
const becomesAdmin: Condition = { field: 'next.role', is: 'admin' }
const stated = (field: Field): Condition => ({ not: { field, is: null } })
const isPending: Condition = { field: 'invitation.status', is: 'pending' }

const members: readonly Guard[] = [
  {
    rule: 'SA-03',
    on: ['users.remove'],
    when: isOwner,
    status: 409,
    code: 'owner_required',
    text: '{user.email} owns the team, which has exactly one owner: the owner is not removed.',
  },
  {
    rule: 'SA-03',
    on: ['users.update'],
    when: { all: [isOwner, stated('input.role')] },
    status: 409,
    code: 'owner_required',
    text: '{user.email} owns the team, which has exactly one owner: the owner’s role is not changed.',
  },
  {
    rule: 'SA-03',
    on: ['users.update'],
    when: { all: [{ field: 'user.status', is: 'pending' }, stated('input.role')] },
    status: 409,
    code: 'invalid_state',
    text: '{user.email} has not answered the invitation yet. Withdraw it and invite again with the other role.',
  },
  {
    rule: 'SA-06',
    on: ['grant:manage'],
    when: { not: becomesAdmin },
    status: 422,
    code: 'invalid_target',
    text: 'Grants are for Team Admins, and {user.email} is not one. Make them one first.',
  },
  {
    rule: 'SA-11',
    on: ['team:pause_contributors'],
    when: { not: { field: 'next.role', is: 'contributor' } },
    status: 422,
    code: 'invalid_target',
    text: 'Only contributors are paused and resumed, and {user.email} is not one.',
  },
  {
    rule: 'SA-11',
    on: ['users.promote'],
    when: { field: 'user.paused', is: true },
    status: 409,
    code: 'invalid_state',
    text: '{user.email} is paused, and an admin can’t be. Resume them first.',
  },
]

const invitations: readonly Guard[] = [
  {
    rule: 'SA-02',
    on: ['invitations.resend', 'invitations.withdraw'],
    when: { not: isPending },
    status: 409,
    code: 'invalid_state',
    text: 'The invitation of {invitation.email} is {invitation.status}; only a pending one is resent or withdrawn.',
  },
  {
    rule: 'SA-02',
    on: ['invitations.accept', 'invitations.reject'],
    when: { field: 'invitation.status', is: ['withdrawn', 'rejected'] },
    status: 410,
    code: 'gone',
    text: 'The invitation of {invitation.email} was {invitation.status}. Ask for a new one.',
  },
  {
    rule: 'SA-02',
    on: ['invitations.accept', 'invitations.reject'],
    when: { field: 'invitation.status', is: 'accepted' },
    status: 409,
    code: 'already_answered',
    text: 'The invitation of {invitation.email} was accepted already.',
  },
]

const tokens: readonly Guard[] = [
  {
    rule: 'SA-05',
    on: ['tokens.revoke'],
    when: stated('token.revokedAt'),
    status: 409,
    code: 'invalid_state',
    text: 'The token was revoked already.',
  },
]

const entries: readonly Guard[] = [
  {
    rule: 'SA-12',
    on: ['projects.members.add'],
    when: { not: { field: 'input.subject.type', is: 'user' } },
    status: 422,
    code: 'validation_failed',
    text: 'Members of the team are added to a project. Send a subject of type user.',
  },
  {
    rule: 'SA-12',
    on: ['projects.members.add'],
    when: { not: { field: 'user.role', is: 'contributor' } },
    status: 422,
    code: 'invalid_target',
    text: '{user.email} is not a contributor: the owner and admins work on every project by their role.',
  },
  {
    rule: 'SA-12',
    on: ['projects.members.update'],
    when: { field: 'next.roles.project', is: null },
    status: 422,
    code: 'validation_failed',
    text: 'An entry has a role. Send roles with project, or remove the entry.',
  },
  {
    rule: 'SA-06',
    on: ['projects.members.add', 'projects.members.update'],
    when: {
      all: [stated('input.grants'), { not: { field: 'next.roles.project', is: 'project_admin' } }],
    },
    status: 422,
    code: 'invalid_target',
    text: 'Grants on a project are for Project Admins, and {user.email} is not one there. Make them one first.',
  },
]

const artifacts: readonly Guard[] = [
  {
    rule: 'SA-07',
    on: ['artifacts.create'],
    when: { all: [{ field: 'input.kind', is: 'training_run' }, stated('input.project')] },
    status: 422,
    code: 'validation_failed',
    text: 'Training runs belong to the team. Leave project out.',
  },
]

export const guards: readonly Guard[] = [
  ...members,
  ...invitations,
  ...tokens,
  ...entries,
  ...artifacts,
]

export const invariants: readonly Invariant[] = [
  {
    rule: 'SA-03',
    count: { role: 'owner' },
    atLeast: 1,
    atMost: 1,
    status: 409,
    code: 'owner_required',
    text: 'The team must have exactly one owner.',
  },
]
