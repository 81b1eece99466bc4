import { type Broken, withTeams } from './broken.ts'

/** Teams. */
export const brokenTeams: readonly Broken[] = [
  {
    what: 'an invalid key of a team',
    put: { '/teams/0': { key: 'The Admins', name: 'Admins' } },
    code: 'not_in_document',
    pointer: '/teams/0/key',
    message: '"The Admins" is a key that no answer of the API may contain.',
    fix: 'It must be a key: a lower-case letter, then up to 62 lower-case letters, digits, _ or -, and not the look of an id, such as role_.',
  },
  {
    what: 'a duplicate team',
    put: {
      '/teams': [
        { key: 'staff', name: 'Staff' },
        { key: 'staff', name: 'Staff, again' },
      ],
    },
    code: 'duplicate_team',
    pointer: '/teams/1/key',
    message: 'There is another team staff.',
    fix: 'Give one of them another key, or remove it.',
  },
  {
    what: 'a default team with an invalid key',
    put: { ...withTeams, '/settings': { defaultRole: 'guest', defaultTeam: 'My Team' } },
    code: 'not_in_document',
    pointer: '/settings/defaultTeam',
    message: '"My Team" is a key that no answer of the API may contain.',
    fix: 'It must be a key: a lower-case letter, then up to 62 lower-case letters, digits, _ or -, and not the look of an id, such as role_.',
  },
  {
    what: 'a default team that is reserved',
    put: {
      ...withTeams,
      '/teams/0': { key: 'staff', name: 'Staff' },
      '/settings': { defaultRole: 'guest', defaultTeam: 'staff' },
    },
    code: 'reserved_team',
    pointer: '/settings/defaultTeam',
    message:
      'The default team is one of the policy’s own, which everybody who signs up would join.',
    fix: 'Name another team; every deployment then has it.',
  },
  {
    what: 'a team that some scenarios lack',
    put: {
      '/rules/shelf.keep/require': {
        any: [{ permission: 'shelf:tidy', in: 'organization' }, { member: { team: 'staff' } }],
      },
    },
    code: 'unknown_team',
    pointer: '/rules/shelf.keep/require/any/1/member/team',
    message: 'Not every deployment has a team staff.',
    fix: 'Add it to /teams.',
  },
]
