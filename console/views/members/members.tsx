import { type ReactNode, useState } from 'react'
import { PermissionDeniedError } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { usePeople, usePolicy } from '../../mock/control-queries.ts'
import { useWrite } from '../../mock/use-write.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Problem } from '../../parts/problem.tsx'
import { roleName, type ShownRole, useRoles } from '../../mock/roles.ts'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Empty, Failure, Loading } from '../../parts/states.tsx'
import { Text } from '../../parts/text.tsx'
import { View } from '../../parts/view.tsx'
import { useSearchValue } from '../../routing/search.ts'
import { Filters } from './filters.tsx'
import { InviteButton } from './invite-button.tsx'
import style from './members.module.css'
import { NotAllowed } from './not-allowed.tsx'
import { type Opened, RowActions } from './row-actions.tsx'
import { RowDialogs } from './row-dialogs.tsx'
import { Seats } from './seats.tsx'
import { StatusText } from './status-text.tsx'
import { type Row, useMembers } from './use-members.ts'

/** The teams of somebody, with the role in each where the roles of teams are what counts. */
const teamsText = (
  teams: Readonly<Record<string, string>>,
  roles: readonly ShownRole[],
  hasRoles: boolean,
): string =>
  Object.entries(teams)
    .map(([team, role]) => (hasRoles ? team : `${team}: ${roleName(roles, role, 'team')}`))
    .join(', ') || '–'

/** The people of the organization, and the invitations that wait for an answer. */
export function Members(): ReactNode {
  const { email } = useActor()
  const [search, setSearch] = useSearchValue('q')
  const [status, setStatus] = useSearchValue('status')
  const [role, setRole] = useSearchValue('role')
  const { rows, users } = useMembers({ search, status, role })
  const { data: policy } = usePolicy()
  const { data: everybody = [] } = usePeople()
  const roles = useRoles()
  const denied = users.error instanceof PermissionDeniedError ? users.error.decision : undefined
  const [opened, setOpened] = useState<{ readonly row: Row; readonly what: Opened }>()
  const { error, write, clear } = useWrite()
  const hasRoles = roles.some(({ scope }) => scope === 'organization')
  const hasTeams = policy?.changes['teams.list'] !== undefined

  const columns: readonly Column<Row>[] = [
    {
      name: 'Name',
      width: 'minmax(0, 2fr)',
      heads: true,
      cell: (row) => (
        <button
          type="button"
          className={style.name}
          onClick={() => setOpened({ row, what: 'details' })}
        >
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
      cell: (one) => (
        <RowActions row={one} write={write} onOpen={(what) => setOpened({ row: one, what })} />
      ),
    },
  ]

  return (
    <View
      title="Members"
      lead="The people of the organization, and the invitations that wait for an answer."
      scrolls={users.isError}
      actions={<InviteButton />}
    >
      {users.error ? (
        denied ? (
          <NotAllowed decision={denied} what="the members" />
        ) : (
          <Failure error={users.error} onRetry={() => void users.refetch()} />
        )
      ) : (
        <>
          <Filters
            {...{ search, setSearch, status, setStatus, role, setRole, roles }}
            shown={rows.length}
            complete={!users.hasNextPage}
          />
          <Seats />
          {users.isPending ? (
            <Loading what="the members" />
          ) : rows.length === 0 && !users.hasNextPage ? (
            <Empty icon="members" title="Nobody matches">
              <p>Change the search or the filters.</p>
            </Empty>
          ) : (
            <DataTable
              label="Members"
              columns={columns}
              rows={rows}
              keyOf={({ key }) => key}
              chosen={opened?.row.key}
              total={users.hasNextPage ? Math.max(everybody.length, rows.length + 1) : rows.length}
              onEnd={() => {
                if (!users.isFetching) void users.fetchNextPage()
              }}
            />
          )}
        </>
      )}
      {opened && (
        <RowDialogs
          // As it is now: it may have changed since it was opened.
          row={rows.find(({ key }) => key === opened.row.key) ?? opened.row}
          open={opened.what}
          roles={roles}
          onClose={() => setOpened(undefined)}
        />
      )}
      {error !== undefined && (
        <Dialog title="Nothing changed" onClose={clear}>
          <Problem error={error} />
        </Dialog>
      )}
    </View>
  )
}
