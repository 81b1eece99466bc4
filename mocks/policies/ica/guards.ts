import type { Effect, Guard, Invariant } from '../../policy/language/policy.ts'

const isOutside = { field: 'user.isMemberOfOrganization', is: false } as const

export const guards: readonly Guard[] = [
  {
    rule: 'IC-01',
    on: ['projects.members.add'],
    when: { all: [{ field: 'input.subject.type', is: 'user' }, isOutside] },
    status: 422,
    code: 'outside_organization',
    text: '{user.email} is not an active user of the tenant. Add the e-mail address instead.',
  },
  {
    rule: 'IC-02',
    on: ['projects.members.accept', 'projects.members.reject'],
    when: { not: { field: 'member.status', is: 'pending' } },
    status: 409,
    code: 'already_answered',
    text: 'The entry is {member.status}, and an answer is final. Remove the entry and add it again.',
  },
  {
    rule: 'IC-06',
    on: ['projects.members.remove'],
    when: { field: 'user.ownsProject', is: true },
    status: 409,
    code: 'owner_required',
    text: '{user.email} owns project {project.key}. Set another owner first.',
  },
  {
    rule: 'IC-06',
    on: ['users.remove'],
    when: { field: 'user.ownsAny', is: true },
    status: 409,
    code: 'owner_required',
    text: '{user.email} owns {user.owns}. Set another owner first.',
  },
  {
    rule: 'IC-07',
    on: ['projects.transferOwnership'],
    when: isOutside,
    status: 422,
    code: 'invalid_target',
    text: '{user.email} is not an active user of the tenant. Name one who is.',
  },
  {
    rule: 'IC-07',
    on: ['projects.transferOwnership'],
    when: { field: 'user.ownsProject', is: true },
    status: 409,
    code: 'invalid_state',
    text: '{user.email} owns project {project.key} already.',
  },
]

export const invariants: readonly Invariant[] = [
  {
    rule: 'IC-10',
    count: { holding: 'tenant:manage_administrators', in: 'organization' },
    atLeast: 1,
    status: 409,
    code: 'last_administrator',
    text: 'This would leave the tenant without an active tenant administrator. Make somebody else one first.',
  },
]

const withoutRole = { field: 'actor.role', is: null } as const

export const effects: readonly Effect[] = [
  {
    rule: 'IC-11',
    on: ['projects.create'],
    when: { field: 'project.owner', is: null },
    do: { setOwner: 'actor' },
  },
  {
    rule: 'IC-02',
    on: ['projects.members.accept'],
    when: withoutRole,
    do: { setRole: 'member', of: 'actor' },
  },
  { rule: 'IC-11', on: ['sign_up'], do: { setRole: 'member', of: 'user' } },
]
