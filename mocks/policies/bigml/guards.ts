import type { Condition } from '../../policy/language/condition.ts'
import type { Effect, Guard, Invariant } from '../../policy/language/policy.ts'

const isPublic: Condition = { field: 'project.private', is: false }
const isOwner: Condition = { field: 'user.role', is: 'owner' }
const isPending: Condition = { field: 'user.status', is: 'pending' }
const setsRole: Condition = { not: { field: 'input.role', is: null } }

export const guards: readonly Guard[] = [
  {
    rule: 'BG-02',
    on: ['organization.transferOwnership'],
    when: isPending,
    status: 422,
    code: 'invalid_target',
    text: '{user.email} has not accepted the invitation yet. Name an active user.',
  },
  {
    rule: 'BG-02',
    on: ['organization.transferOwnership'],
    when: isOwner,
    status: 409,
    code: 'invalid_state',
    text: '{user.email} is the owner already. Name another user.',
  },
  {
    rule: 'BG-03',
    on: ['users.update'],
    when: { all: [isOwner, setsRole] },
    status: 409,
    code: 'owner_required',
    text: 'The owner’s role is not edited. Transfer the ownership first: the former owner becomes admin.',
  },
  {
    rule: 'BG-03',
    on: ['users.remove'],
    when: isOwner,
    status: 409,
    code: 'owner_required',
    text: 'The owner is not removed. Transfer the ownership first.',
  },
  {
    rule: 'BG-11',
    on: ['users.update'],
    when: { all: [isPending, setsRole] },
    status: 409,
    code: 'invalid_state',
    text: '{user.email} has not accepted the invitation yet. Withdraw it and invite them again.',
  },
  {
    rule: 'BG-11',
    on: ['invitations.accept', 'invitations.reject'],
    when: { field: 'invitation.status', is: ['withdrawn', 'rejected'] },
    status: 410,
    code: 'gone',
    text: 'The invitation was {invitation.status}. Ask for another.',
  },
  {
    rule: 'BG-11',
    on: ['invitations.accept', 'invitations.reject'],
    when: { field: 'invitation.status', is: 'accepted' },
    status: 409,
    code: 'already_answered',
    text: 'The invitation was accepted. An answer is final.',
  },
  {
    rule: 'BG-11',
    on: ['invitations.withdraw'],
    when: { not: { field: 'invitation.status', is: 'pending' } },
    status: 409,
    code: 'already_answered',
    text: 'The invitation was {invitation.status}: only a pending one is revoked.',
  },
  {
    rule: 'BG-08',
    on: ['projects.members.add'],
    when: {
      any: [{ not: { field: 'input.subject.type', is: 'user' } }, isPending],
    },
    status: 422,
    code: 'outside_organization',
    text: 'Only active users of the organization are invited to a project. Invite them to the organization first.',
  },
  {
    rule: 'BG-06',
    on: ['project:invite_users'],
    when: isPublic,
    status: 409,
    code: 'invalid_state',
    text: 'Project {project.key} is public: every active user has access already. Make it private first.',
  },
  {
    rule: 'BG-06',
    on: ['project:manage_permissions'],
    when: isPublic,
    status: 409,
    code: 'invalid_state',
    text: 'Project {project.key} is public: everyone writes, and permissions are edited for private projects only. Make it private first.',
  },
]

export const invariants: readonly Invariant[] = [
  {
    rule: 'BG-03',
    count: { role: 'owner' },
    atLeast: 1,
    atMost: 1,
    status: 409,
    code: 'owner_required',
    text: 'There is exactly one owner at all times. Transfer the ownership instead.',
  },
  {
    rule: 'BG-11',
    count: { every: 'user' },
    atMost: { field: 'organization.plan.seats' },
    status: 409,
    code: 'seat_limit_reached',
    text: 'There would be more active and invited users than the plan has seats. Remove somebody, revoke an invitation, or raise the seats.',
  },
  {
    rule: 'BG-14',
    count: { every: 'project' },
    atMost: 1000,
    status: 409,
    code: 'project_limit_reached',
    text: 'An organization has at most 1,000 projects. Delete one first.',
  },
]

export const effects: readonly Effect[] = [
  {
    rule: 'BG-02',
    on: ['organization.transferOwnership'],
    do: { setRole: 'admin', of: 'actor' },
  },
  {
    rule: 'BG-02',
    on: ['organization.transferOwnership'],
    do: { setRole: 'owner', of: 'user' },
  },
  {
    rule: 'BG-07',
    on: ['projects.update'],
    when: { all: [isPublic, { field: 'input.private', is: true }] },
    do: { removeEntries: 'project' },
  },
]
