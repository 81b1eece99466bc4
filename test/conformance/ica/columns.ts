import type { Columns } from '../situation.ts'
import type { Row } from '../table.ts'
import type { Entry, Situation } from './scenario.ts'

/** The highest role of each category. */
const top = {
  project: 'administrator',
  flow: 'contributor',
  base: 'contributor',
  bench: 'administrator',
}

type Category = keyof typeof top

const own = (entry: Omit<Entry, 'for'>): Situation => ({ entries: [{ for: 'user', ...entry }] })

/** A role in one category, alone and beside the highest of every other: categories never mix. */
const holding = (category: Category, role: string) => (): readonly Situation[] => [
  own({ roles: { [category]: role } }),
  own({ roles: { ...top, [category]: role }, rights: ['upload', 'download'] }),
  // The same from two entries, of which the lesser takes nothing away.
  {
    entries: [
      { for: 'user', roles: { [category]: role } },
      { for: 'team', roles: { [category]: 'none' } },
    ],
  },
]

const inCategory = (category: Category, roles: readonly string[]) =>
  Object.fromEntries(roles.map((role) => [role, holding(category, role)]))

const rightOf = ({ action }: Row) => (action === 'data:upload' ? 'upload' : 'download')

const projectRoles = ['none', 'data_provider', 'viewer', 'contributor', 'administrator']

/** Beside the column's entry, a workgroup's shows the project and gives no role. */
const entryFor = (whom: Entry['for'], status?: Entry['status']) => (): Situation => ({
  entries: [
    { for: whom, roles: { project: 'viewer' }, ...(status && { status }) },
    ...(whom === 'team' ? [] : [{ for: 'team' as const, roles: { project: 'none' } }]),
  ],
})

/** The situation of the actor of each column. */
export const columns: Columns<Situation> = {
  project: inCategory('project', projectRoles),
  flow: inCategory('flow', ['none', 'viewer', 'contributor']),
  base: inCategory('base', ['none', 'viewer', 'contributor']),
  bench: inCategory('bench', ['none', 'contributor', 'administrator']),
  transfer_rights: {
    'right given': (row) =>
      projectRoles.map((role) => own({ roles: { project: role }, rights: [rightOf(row)] })),
    'right not given': (row) =>
      projectRoles.map((role) =>
        own({
          roles: { ...top, project: role },
          rights: [rightOf(row) === 'upload' ? 'download' : 'upload'],
        }),
      ),
  },
  ownership: {
    'project owner': () => [{ isOwner: true }, { isOwner: true, ...own({ roles: {} }) }],
    'project administrator': () => own({ roles: { project: 'administrator' } }),
    'tenant administrator': () => ({ role: 'tenant_administrator' }),
    'project contributor': () => own({ roles: { ...top, project: 'contributor' } }),
    'project viewer': () => own({ roles: { ...top, project: 'viewer' } }),
    'data provider': () => own({ roles: { ...top, project: 'data_provider' } }),
    'no entry': () => ({}),
  },
  entry_status: {
    'user entry': entryFor('user'),
    'workgroup entry': entryFor('team'),
    'e-mail entry pending': entryFor('email', 'pending'),
    'e-mail entry accepted': entryFor('email', 'accepted'),
    'e-mail entry rejected': entryFor('email', 'rejected'),
  },
}
