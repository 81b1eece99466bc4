import type { Scenario } from '../../mocks/index.ts'
import { reads, type Shape, ticked } from './source-shape.ts'

const entryOf = (
  id: string,
  more: Partial<NonNullable<Scenario['members']>[number]>,
): NonNullable<Scenario['members']>[number] => ({
  project: 'maps',
  subject: { type: 'user', id },
  ...more,
})
const teamsEntry = { project: 'maps', subject: { type: 'team', id: 'day' } } as const
const inDay = (role: string) => ({ teams: { day: role } })

/** Every kind of source by the shapes of a vocabulary, with a change that gives it to the outsider. */
export const shapes: readonly (readonly [string, Shape, helps: string | undefined])[] = [
  [
    'organization_role, and no role of projects',
    {
      source: { through: 'organization_role', rule: 'OWN-03' },
      roles: [
        { key: 'reader', scope: 'organization', ...reads },
        { key: 'guest', scope: 'organization' },
      ],
      insider: { role: 'reader' },
      outsider: { role: 'guest' },
    },
    'users.update',
  ],
  [
    'organization_role by a grant, and no role of projects',
    {
      source: { through: 'organization_role', rule: 'OWN-03' },
      roles: [{ key: 'reader', scope: 'organization', grants: { quiet: ['shelf:read'] } }],
      grants: ticked,
      insider: { role: 'reader', grants: { quiet: true } },
      outsider: { role: 'reader' },
    },
    'users.update',
  ],
  [
    'organization_role, where the roles of projects have other permissions',
    {
      source: { through: 'organization_role', rule: 'OWN-03' },
      roles: [
        { key: 'reader', scope: 'organization', ...reads },
        { key: 'guest', scope: 'organization' },
        { key: 'sitter', scope: 'project', permissions: ['desk:use'] },
      ],
      insider: { role: 'reader' },
      outsider: { role: 'guest' },
    },
    'users.update',
  ],
  [
    'entry, with roles of projects',
    {
      source: { through: 'entry', rule: 'OWN-03' },
      roles: [{ key: 'reader', scope: 'project', ...reads }],
      members: [entryOf('in@acme.test', { roles: { project: 'reader' } })],
    },
    'projects.members.add',
  ],
  [
    'entry, with categories of which none is called project',
    {
      source: { through: 'entry', rule: 'OWN-03' },
      roles: [
        { key: 'reader', scope: 'project', category: 'books', ...reads },
        { key: 'reader', scope: 'project', category: 'discs' },
      ],
      members: [entryOf('in@acme.test', { roles: { books: 'reader' } })],
    },
    'projects.members.add',
  ],
  [
    'entry, where only teams have roles',
    {
      source: { through: 'entry', rule: 'OWN-03' },
      roles: [{ key: 'reader', scope: 'team', ...reads }],
      members: [entryOf('in@acme.test', { roles: { project: 'reader' } })],
    },
    'projects.members.add',
  ],
  [
    'entry by a grant',
    {
      source: { through: 'entry', rule: 'OWN-03' },
      roles: [{ key: 'reader', scope: 'project', grants: { quiet: ['shelf:read'] } }],
      grants: ticked,
      members: [
        entryOf('in@acme.test', { roles: { project: 'reader' }, grants: { quiet: true } }),
        entryOf('out@acme.test', { roles: { project: 'reader' } }),
      ],
    },
    'projects.members.update',
  ],
  [
    'entry by a right, and no roles at all',
    {
      source: { through: 'entry', rule: 'OWN-03' },
      roles: [],
      rights: { download: 'shelf:read' },
      members: [entryOf('in@acme.test', { rights: ['download'] })],
    },
    'projects.members.add',
  ],
  [
    'entry of a team',
    {
      source: { through: 'entry', rule: 'OWN-03' },
      roles: [
        { key: 'reader', scope: 'project', ...reads },
        { key: 'mate', scope: 'team' },
      ],
      insider: inDay('mate'),
      members: [{ ...teamsEntry, roles: { project: 'reader' } }],
    },
    'projects.members.add',
  ],
  [
    'team_entry',
    {
      source: { through: 'team_entry', capped: false, rule: 'OWN-03' },
      roles: [
        { key: 'reader', scope: 'team', ...reads },
        { key: 'mate', scope: 'team' },
      ],
      insider: inDay('reader'),
      outsider: inDay('mate'),
      members: [teamsEntry],
    },
    'users.update',
  ],
  [
    'team_entry, capped, where only teams have roles',
    {
      source: { through: 'team_entry', capped: true, rule: 'OWN-03' },
      roles: [{ key: 'reader', scope: 'team', ...reads }],
      insider: inDay('reader'),
      members: [{ ...teamsEntry, roles: { project: 'reader' } }],
    },
    'users.update',
  ],
  [
    'team_entry, capped by a role of projects',
    {
      source: { through: 'team_entry', capped: true, rule: 'OWN-03' },
      roles: [
        { key: 'reader', scope: 'team', ...reads },
        { key: 'most', scope: 'project', ...reads },
      ],
      insider: inDay('reader'),
      members: [{ ...teamsEntry, roles: { project: 'most' } }],
    },
    'users.update',
  ],
  ...(['ownership', 'creation'] as const).flatMap((through) =>
    (
      [
        ['a role of projects', { scope: 'project' }],
        ['a role of one category', { scope: 'project', category: 'books' }],
        ['a role of teams, where projects have none', { scope: 'team' }],
      ] as const
    ).map(
      ([what, place]) =>
        [
          `${through}, with ${what}`,
          {
            source: { through, roles: ['reader'], rule: 'OWN-03' },
            roles: [{ key: 'reader', ...place, ...reads }],
            shelf:
              through === 'ownership' ? { owner: 'in@acme.test' } : { creator: 'in@acme.test' },
          },
          undefined,
        ] as const,
    ),
  ),
]
