import { type ReactNode, useState } from 'react'
import { PermissionDeniedError } from '../../../src/index.ts'
import { usePeople } from '../../mock/control-queries.ts'
import { useRoles } from '../../mock/roles.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { useWrite } from '../../parts/use-write.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Empty, Failure, Loading } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { useSearchValue } from '../../routing/search.ts'
import { Filters } from './filters.tsx'
import { InviteButton } from './invite-button.tsx'
import { NotAllowed } from '../../parts/not-allowed.tsx'
import type { Opened } from './row-actions.tsx'
import { RowDialogs } from './row-dialogs.tsx'
import { Seats } from './seats.tsx'
import { useColumns } from './use-columns.tsx'
import { type Row, useMembers } from './use-members.ts'

/** The people of the organization, and the invitations that wait for an answer. */
export function Members(): ReactNode {
  const [search, setSearch] = useSearchValue('q')
  const [status, setStatus] = useSearchValue('status')
  const [role, setRole] = useSearchValue('role')
  const { rows, users } = useMembers({ search, status, role })
  const { data: everybody = [] } = usePeople()
  const roles = useRoles()
  const denied = users.error instanceof PermissionDeniedError ? users.error.decision : undefined
  const [opened, setOpened] = useState<{ readonly row: Row; readonly what: Opened }>()
  const { error, write, clear } = useWrite()
  const columns = useColumns({ roles, write, onOpen: (row, what) => setOpened({ row, what }) })

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
              oneLine
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
