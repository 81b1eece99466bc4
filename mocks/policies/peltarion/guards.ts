import type { Guard, Invariant } from '../../policy/language/policy.ts'

export const guards: readonly Guard[] = [
  {
    rule: 'PE-04',
    on: ['invitations.resend', 'invitations.withdraw'],
    when: { field: 'invitation.status', is: ['accepted', 'rejected'] },
    status: 409,
    code: 'already_answered',
    text: 'The invitation of {invitation.email} was {invitation.status}; only a pending one is sent again or withdrawn.',
  },
  {
    rule: 'PE-04',
    on: ['invitations.resend', 'invitations.withdraw'],
    when: { field: 'invitation.status', is: 'withdrawn' },
    status: 409,
    code: 'invalid_state',
    text: 'The invitation of {invitation.email} was withdrawn. Invite again.',
  },
  {
    rule: 'PE-04',
    on: ['users.remove'],
    when: { field: 'user.status', is: 'pending' },
    status: 409,
    code: 'invalid_state',
    text: '{user.email} has not accepted the invitation yet. Withdraw it instead.',
  },
  {
    rule: 'PE-05',
    on: ['invitations.accept', 'invitations.reject'],
    when: { field: 'invitation.status', is: ['withdrawn', 'rejected'] },
    status: 410,
    code: 'gone',
    text: 'The invitation of {invitation.email} was {invitation.status}. An administrator can send a new one.',
  },
  {
    rule: 'PE-05',
    on: ['invitations.accept', 'invitations.reject'],
    when: { field: 'invitation.status', is: 'accepted' },
    status: 409,
    code: 'already_answered',
    text: 'The invitation of {invitation.email} was accepted already.',
  },
  {
    rule: 'PE-06',
    on: ['users.update'],
    when: {
      all: [{ field: 'user.status', is: 'pending' }, { not: { field: 'input.role', is: null } }],
    },
    status: 409,
    code: 'invalid_state',
    text: '{user.email} has not accepted the invitation yet. Withdraw it and invite again with the other role.',
  },
]

export const invariants: readonly Invariant[] = [
  {
    rule: 'PE-03',
    count: { every: 'user' },
    atMost: { field: 'organization.plan.seats' },
    status: 409,
    code: 'seat_limit_reached',
    text: 'Every seat of the plan is taken, by active members and pending invitations. Withdraw an invitation or remove a member first.',
  },
  {
    rule: 'PE-10',
    // Counts active members only: an invited administrator may never accept.
    count: { holding: 'members:edit_role', in: 'organization' },
    atLeast: 1,
    status: 409,
    code: 'last_administrator',
    text: 'This would leave the organization without an administrator. Make somebody else one first.',
  },
]
