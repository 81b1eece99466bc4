import { type Broken, guard, guest, rule, withTeams } from './broken.ts'

const manages = rule({ permission: 'member:manage', in: 'organization' })

const guards = (on: string, field: string, is: unknown) => ({
  '/guards/0': guard({ on: [on], when: { field, is } }),
})

const withGrant = {
  '/grants': { vault: { description: 'Open the vault.', in: ['organization'] } },
  '/roles/1/grants': { vault: ['shelf:tidy'] },
  '/changes/users.update/keys/grants': { each: 'item', change: 'member:manage' },
}

const withRoles = {
  '/customRoles': 'team',
  '/rules/role.make': manages,
  '/changes/roles.create': {
    keys: { key: 'role.make', name: 'role.make', permissions: 'role.make' },
  },
  '/changes/roles.list': { always: 'me' },
  '/changes/roles.get': { always: 'me' },
}

const team = (what: string, put: Broken['put'], pointer: string, key: string): Broken => ({
  what,
  put: { ...withTeams, ...put },
  code: 'unknown_team',
  pointer,
  message: `Not every deployment has a team ${key}.`,
  fix: 'Add it to /teams.',
})

const impossible = (
  what: string,
  put: Broken['put'],
  message: string,
  fix: string,
  pointer = '/guards/0/when/field',
): Broken => ({ what, put, code: 'impossible_value', pointer, message, fix })

const key = 'It is a key: a lower-case letter, then lower-case letters, digits, _ or -.'
const tick = 'It is true where the box is ticked, and null where it is not.'

/** Values that conditions compare with fields of teams, permissions, boxes, rights, keys and times. */
export const brokenComparisons: readonly Broken[] = [
  ...['actor', 'user', 'next', 'input'].map((root) =>
    team(
      `a team in a field of ${root}`,
      guards('users.update', `${root}.teams.nowhere`, 'guest'),
      '/guards/0/when/field',
      'nowhere',
    ),
  ),
  team(
    'a team whose key is compared',
    {
      ...guards('teams.update', 'team.key', 'sport'),
      '/changes/teams.update': { keys: { name: 'member:manage' }, nothing: 'member:manage' },
    },
    '/guards/0/when/is',
    'sport',
  ),
  team(
    'a team that owns a project',
    guards('projects.delete', 'project.team', ['nowhere']),
    '/guards/0/when/is/0',
    'nowhere',
  ),
  {
    what: 'an unknown role in the team concerned',
    put: {
      ...withTeams,
      '/changes/users.update/keys/teams': {
        each: 'team',
        change: [
          { when: { field: 'user.roleInTeam', is: 'gest' }, ask: 'member:manage' },
          { ask: 'member:manage' },
        ],
      },
    },
    code: 'unknown_role',
    pointer: '/changes/users.update/keys/teams/change/0/when/is',
    message: 'There is no role "gest".',
    fix: 'Did you mean guest?',
  },
  {
    what: 'an unknown permission in a body',
    put: { ...withRoles, ...guards('roles.create', 'input.permissions', 'shelf:raed') },
    code: 'unknown_permission',
    pointer: '/guards/0/when/is',
    message: 'There is no permission "shelf:raed".',
    fix: 'Did you mean shelf:read?',
  },
  {
    what: 'an unknown permission of a role',
    put: {
      ...withRoles,
      '/changes/roles.delete': { always: 'role.make' },
      ...guards('roles.delete', 'role.permissions', ['shelf:tidy', 'shelf:mkae']),
    },
    code: 'unknown_permission',
    pointer: '/guards/0/when/is/1',
    message: 'There is no permission "shelf:mkae".',
    fix: 'Did you mean shelf:make?',
  },
  ...['true', false].map((is) =>
    impossible(
      `a box that is ${JSON.stringify(is)}`,
      { ...withGrant, ...guards('users.update', 'actor.grants.vault', is) },
      `actor.grants.vault is never ${JSON.stringify(is)}.`,
      tick,
    ),
  ),
  impossible(
    'a stated box that is a text',
    {
      ...withGrant,
      '/changes/users.update/keys/grants': {
        each: 'item',
        change: [
          { when: { field: 'value', is: 'ture' }, ask: 'member:manage' },
          { ask: 'member:manage' },
        ],
      },
    },
    'value is never "ture".',
    tick,
    '/changes/users.update/keys/grants/change/0/when/field',
  ),
  impossible(
    'a right that there is not',
    {
      '/roles/2': guest(),
      '/rights': { upload: 'shelf:make' },
      '/sources/project/from/0': { rule: 'LB-06', through: 'entry' },
      '/changes/projects.members.update': {
        keys: { rights: 'member:manage', roles: { each: 'category', change: 'member:manage' } },
        nothing: 'member:manage',
      },
      ...guards('projects.members.update', 'input.rights', 'uplaod'),
    },
    'input.rights is never "uplaod".',
    'Did you mean upload?',
  ),
  impossible(
    'an address that is none',
    guards('users.update', 'actor.email', 'ed'),
    'actor.email is never "ed".',
    'It is an e-mail address, in lower case.',
  ),
  impossible(
    'a time that is none',
    guards('users.update', 'user.createdAt', 'yesterday'),
    'user.createdAt is never "yesterday".',
    'It is a time in UTC, such as 2026-01-05T09:00:00.000Z.',
  ),
  impossible(
    'a key that is none',
    guards('projects.delete', 'project.key', 'Monday Issue'),
    'project.key is never "Monday Issue".',
    key,
  ),
  impossible(
    'a team’s key that is none, compared',
    guards('projects.delete', 'project.team', 'Sport Desk'),
    'project.team is never "Sport Desk".',
    key,
  ),
  impossible(
    'an address where an id is kept',
    guards('projects.delete', 'project.owner', 'ed@acme.test'),
    'project.owner is never "ed@acme.test".',
    'It is an id, which is given when something is made.',
  ),
]
