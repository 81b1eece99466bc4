import { type Broken, guard, guest, rule, withTeams } from './broken.ts'

/** Roles, and their sources. */
export const brokenRoles: readonly Broken[] = [
  {
    what: 'a default role of another scope',
    put: { ...withTeams, '/settings': { defaultRole: 'librarian' } },
    code: 'wrong_scope',
    pointer: '/settings/defaultRole',
    message: 'Role librarian is held in the organization. The default role must be held in a team.',
    fix: 'Name one of guest.',
  },
  {
    what: 'a default role that an invitation cannot have',
    put: {
      ...withTeams,
      '/changes/invitations.create': { always: 'member:manage' },
      '/changes/invitations.accept': { always: 'me' },
      '/settings': { defaultRole: 'guest' },
    },
    code: 'wrong_scope',
    pointer: '/settings/defaultRole',
    message:
      'Role guest is held in a team. The default role of an invitation must be held in the organization.',
    fix: 'Name one of librarian, reader. Or require the role: "invitations.create": { "required": ["role"] }.',
  },
  {
    what: 'custom roles without a scope',
    put: { '/changes/roles.create': { always: 'member:manage' } },
    code: 'wrong_scope',
    pointer: '/changes/roles.create',
    message: 'roles.create is offered, but the policy does not say where custom roles are held.',
    fix: 'Add "customRoles": "team", or don’t offer roles.create.',
  },
  {
    what: 'an unknown default role',
    put: { '/settings': { defaultRole: 'raeder' } },
    code: 'unknown_role',
    pointer: '/settings/defaultRole',
    message: 'There is no role "raeder".',
    fix: 'Did you mean reader?',
  },
  {
    what: 'a default role that cannot be assigned',
    put: {
      ...withTeams,
      '/roles/3': guest({ key: 'ghost', scope: 'team', assignable: false }),
      '/settings': { defaultRole: 'ghost' },
    },
    code: 'not_assignable',
    pointer: '/settings/defaultRole',
    message: 'Role ghost is not assignable. The default role must be.',
    fix: 'Name one of guest.',
  },
  {
    what: 'an unknown role in a condition',
    put: {
      '/guards/0': guard({
        on: ['users.update'],
        when: { field: 'user.role', is: ['libarian', 'reader'] },
      }),
    },
    code: 'unknown_role',
    pointer: '/guards/0/when/is/0',
    message: 'There is no role "libarian".',
    fix: 'Did you mean librarian?',
  },
  {
    what: 'an unknown next role',
    put: {
      '/guards/0': guard({ on: ['users.update'], when: { field: 'next.role', is: 'owner' } }),
    },
    code: 'unknown_role',
    pointer: '/guards/0/when/is',
    message: 'There is no role "owner".',
    fix: 'Name one of librarian, reader, or define it in /roles.',
  },
  {
    what: 'a role in a condition, of another scope',
    put: {
      '/roles/2': guest(),
      '/sources/project/from/0': { rule: 'LB-06', through: 'entry' },
      '/guards/0': guard({ on: ['users.update'], when: { field: 'user.role', is: 'guest' } }),
    },
    code: 'wrong_scope',
    pointer: '/guards/0/when/is',
    message: 'Role guest is held on a project. user.role must be held in the organization.',
    fix: 'Name one of librarian, reader.',
  },
  {
    what: 'a source that gives a role of another scope',
    put: {
      '/roles/2': guest(),
      '/sources/project/from/0': {
        rule: 'LB-06',
        through: 'creation',
        roles: ['guest', 'librarian'],
      },
    },
    code: 'wrong_scope',
    pointer: '/sources/project/from/0/roles/1',
    message:
      'Role librarian is held in the organization. The role of a source must be held on a project.',
    fix: 'Name one of guest.',
  },
  {
    what: 'an effect that gives a role of another scope',
    put: {
      '/roles/2': guest({ scope: 'team' }),
      '/effects/0': { rule: 'LB-06', on: ['sign_up'], do: { setRole: 'guest', of: 'user' } },
    },
    code: 'wrong_scope',
    pointer: '/effects/0/do/setRole',
    message:
      'Role guest is held in a team. The role that an effect gives must be held in the organization.',
    fix: 'Name one of librarian, reader.',
  },
  {
    what: 'an invariant that counts a role of another scope',
    put: { '/roles/2': guest({ scope: 'team' }), '/invariants/0/count': { role: 'guest' } },
    code: 'wrong_scope',
    pointer: '/invariants/0/count/role',
    message:
      'Role guest is held in a team. The role that an invariant counts must be held in the organization.',
    fix: 'Name one of librarian, reader.',
  },
  {
    what: 'an invalid key',
    put: { '/roles/1/key': 'Head Librarian!' },
    code: 'not_in_document',
    pointer: '/roles/1/key',
    message: '"Head Librarian!" is a key that no answer of the API may contain.',
    fix: 'It must be a key: a lower-case letter, then up to 62 lower-case letters, digits, _ or -, and not the look of an id, such as role_.',
  },
  {
    what: 'an empty name',
    put: { '/roles/1/name': '' },
    code: 'not_in_document',
    pointer: '/roles/1/name',
    message: '"" is a name that no answer of the API may contain.',
    fix: 'It must not be empty.',
  },
  {
    what: 'anybody who may promote himself',
    put: { '/changes/users.update/keys/role': 'me' },
    code: 'self_promotion',
    pointer: '/changes/users.update/keys/role',
    message: 'Anybody may promote themselves: everybody meets the rule of me.',
    fix: 'Require a permission that not everybody has.',
  },
  {
    what: 'anybody who may add himself to a shelf',
    put: {
      '/roles/2': guest(),
      '/sources/project/from/0': { rule: 'LB-06', through: 'entry' },
      '/changes/projects.members.add': { keys: { subject: 'me', roles: 'me' } },
      '/changes/projects.members.accept': { always: 'own' },
      '/rules/own': rule({ self: 'member' }),
      '/visibility/member': rule({ self: 'member' }),
    },
    code: 'self_promotion',
    pointer: '/changes/projects.members.add/keys/roles',
    message: 'Anybody may promote themselves: everybody meets the rule of me.',
    fix: 'Require a permission that not everybody has.',
  },
  {
    what: 'an effect that makes anybody a librarian',
    put: {
      '/changes/tokens.create': { always: 'me' },
      '/effects/0': {
        rule: 'LB-01',
        on: ['tokens.create'],
        do: { setRole: 'librarian', of: 'actor' },
      },
    },
    code: 'self_promotion',
    pointer: '/effects/0/do',
    message:
      'Anybody may promote themselves: everybody may call tokens.create, which makes them librarian.',
    fix: 'Require a permission that not everybody has, or give another role.',
  },
  {
    what: 'a named user who may promote himself',
    put: {
      '/rules/member:manage/require': {
        any: [{ permission: 'member:manage', in: 'organization' }, { self: 'user' }],
      },
    },
    code: 'self_promotion',
    pointer: '/changes/users.update/keys/role',
    message: 'Anybody may promote themselves: everybody meets the rule of member:manage.',
    fix: 'Require a permission that not everybody has.',
  },
  {
    what: 'promotion by a permission that every role has',
    put: { '/changes/users.update/keys/role': 'shelf:read' },
    code: 'self_promotion',
    pointer: '/changes/users.update/keys/role',
    message: 'Anybody may promote themselves: everybody meets the rule of shelf:read.',
    fix: 'Require a permission that not everybody has.',
  },
]
