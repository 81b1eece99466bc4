import { type Broken, guard, guest, rule, withTeams } from './broken.ts'

const manages = rule({ permission: 'member:manage', in: 'organization' })

/** Roles of people have an action of their own, and a guard on it compares the stated value. */
const guardOnRole = (is: unknown) => ({
  '/rules/role.name': manages,
  '/changes/users.update/keys/role': 'role.name',
  '/guards/0': guard({ on: ['role.name'], when: { field: 'value', is } }),
})

/** The same for roles in teams; other requirements of the action are added. */
const guardOnTeams = (is: unknown) => ({
  ...withTeams,
  '/rules/team.name': manages,
  '/changes/users.update/keys/teams': { each: 'team', change: 'team.name' },
  '/guards/0': guard({ on: ['team.name'], when: { field: 'value', is } }),
})

/** The value that a guard on an action compares. */
export const brokenNames: readonly Broken[] = [
  {
    what: 'an unknown stated role, in a guard on the action of its key',
    put: guardOnRole('libraran'),
    code: 'unknown_role',
    pointer: '/guards/0/when/is',
    message: 'There is no role "libraran".',
    fix: 'Did you mean librarian?',
  },
  {
    what: 'one unknown of several stated roles',
    put: guardOnRole(['reader', 'libraran']),
    code: 'unknown_role',
    pointer: '/guards/0/when/is/1',
    message: 'There is no role "libraran".',
    fix: 'Did you mean librarian?',
  },
  {
    what: 'a stated role of another scope, in a guard on the action of its key',
    put: { ...withTeams, ...guardOnRole('guest') },
    code: 'wrong_scope',
    pointer: '/guards/0/when/is',
    message: 'Role guest is held in a team. value must be held in the organization.',
    fix: 'Name one of librarian, reader.',
  },
  {
    what: 'an unknown stated role of a team, in a guard on the action of its map',
    put: guardOnTeams('gest'),
    code: 'unknown_role',
    pointer: '/guards/0/when/is',
    message: 'There is no role "gest".',
    fix: 'Did you mean guest?',
  },
  {
    what: 'a stated role of the organization where one of a team is stated',
    put: guardOnTeams(['guest', 'reader']),
    code: 'wrong_scope',
    pointer: '/guards/0/when/is/1',
    message: 'Role reader is held in the organization. value must be held in a team.',
    fix: 'Name one of guest.',
  },
  {
    what: 'a stated role that neither of two keys of an action takes',
    put: {
      ...guardOnTeams('gest'),
      '/changes/users.update/keys/role': 'team.name',
    },
    code: 'unknown_role',
    pointer: '/guards/0/when/is',
    message: 'There is no role "gest".',
    fix: 'Did you mean guest?',
  },
  {
    what: 'an unknown stated role of an entry',
    put: {
      '/roles/2': guest(),
      '/sources/project/from/0': { rule: 'LB-06', through: 'entry' },
      '/rules/entry.name': manages,
      '/changes/projects.members.update': {
        keys: { roles: { each: 'category', change: 'entry.name' } },
        nothing: 'entry.name',
      },
      '/guards/0': guard({ on: ['entry.name'], when: { field: 'value', is: 'gest' } }),
    },
    code: 'unknown_role',
    pointer: '/guards/0/when/is',
    message: 'There is no role "gest".',
    fix: 'Did you mean guest?',
  },
  {
    what: 'a role in the body, in a guard on an invitation',
    put: {
      '/changes/invitations.create': { keys: { email: 'member:manage', role: 'member:manage' } },
      '/changes/invitations.accept': { always: 'invited' },
      '/rules/invited': rule({ self: 'invitation' }),
      '/guards/0': guard({
        on: ['invitations.create'],
        when: { field: 'input.role', is: 'libraran' },
      }),
    },
    code: 'unknown_role',
    pointer: '/guards/0/when/is',
    message: 'There is no role "libraran".',
    fix: 'Did you mean librarian?',
  },
]
