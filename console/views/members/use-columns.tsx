import { useActor } from '../../mock/actor.tsx'
import { useOffers } from '../../mock/offers.ts'
import { roleName, type ShownRole } from '../../mock/roles.ts'
import type { Column } from '../../parts/cells.tsx'
import { Text } from '../../parts/text.tsx'
import type { Write } from '../../parts/use-write.ts'
import style from './members.module.css'
import { type Opened, RowActions } from './row-actions.tsx'
import { StatusText } from './status-text.tsx'
import type { Row } from './use-members.ts'

/** The teams of somebody, with the role in each where the roles of teams are what counts. */
const teamsText = (
  teams: Readonly<Record<string, string>>,
  roles: readonly ShownRole[],
  hasRoles: boolean,
): string =>
  Object.entries(teams)
    .map(([team, role]) => (hasRoles ? team : `${team}: ${roleName(roles, role, 'team')}`))
    .join(', ') || '–'

/** Returns the columns that the platform has something to show in. */
export function useColumns({
  roles,
  write,
  onOpen,
}: {
  readonly roles: readonly ShownRole[]
  readonly write: Write['write']
  readonly onOpen: (row: Row, what: Opened) => void
}): readonly Column<Row>[] {
  const { email } = useActor()
  const offers = useOffers()
  const hasRoles = roles.some(({ scope }) => scope === 'organization')
  const hasTeams = offers('teams.list')

  return [
    {
      name: 'Name',
      width: 'minmax(0, 2fr)',
      heads: true,
      cell: (row) => (
        <button type="button" className={style.name} onClick={() => onOpen(row, 'details')}>
          <Text>{row.name}</Text>
          {row.email === email && ' (you)'}
        </button>
      ),
    },
    {
      name: 'E-mail',
      width: 'minmax(0, 2fr)',
      wideOnly: true,
      cut: true,
      cell: ({ email: address }) => <Text>{address}</Text>,
    },
    ...(hasRoles
      ? [
          {
            name: 'Role',
            width: 'minmax(0, 1.2fr)',
            wideOnly: true,
            cut: true,
            cell: ({ role: key }: Row) => roleName(roles, key, 'organization') || '–',
          },
        ]
      : []),
    { name: 'Status', width: '6rem', cell: (one) => <StatusText status={one.status} /> },
    ...(hasTeams
      ? [
          {
            name: 'Teams',
            width: 'minmax(0, 2fr)',
            wideOnly: true,
            cut: true,
            cell: ({ user }: Row) => <Text>{teamsText(user?.teams ?? {}, roles, hasRoles)}</Text>,
          },
        ]
      : []),
    {
      name: 'Actions',
      nameHidden: true,
      width: '2rem',
      cell: (one) => <RowActions row={one} write={write} onOpen={(what) => onOpen(one, what)} />,
    },
  ]
}
