import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { NotFoundError, PermissionDeniedError, type User } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { usePeople, usePolicy } from '../../mock/control-queries.ts'
import { useOffers } from '../../mock/offers.ts'
import { roleName, useRoles } from '../../mock/roles.ts'
import { ActionsMenu } from '../../parts/actions-menu.tsx'
import type { Column } from '../../parts/cells.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { MenuAction, MenuChoice } from '../../parts/menu-action.tsx'
import { NotAllowed } from '../../parts/not-allowed.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Empty } from '../../parts/states.tsx'
import { Text } from '../../parts/text.tsx'
import { useWrite } from '../../parts/use-write.ts'
import { View } from '../../parts/view.tsx'
import { hrefOf, navigate } from '../../routing/hash-location.ts'
import { MembershipDialog } from './membership-dialog.tsx'
import { TeamDialog } from './team-dialog.tsx'
import style from './team.module.css'

/** One team: its members, and the role of each in it. */
export function OneTeam({ team: key }: { readonly team: string }): ReactNode {
  const { platform } = useActor()
  const offers = useOffers()
  const { data: policy } = usePolicy()
  const noun = policy?.nouns.team ?? 'team'
  const { data: team, error: teamError } = useQuery(platform.teams.get.queryOptions(key))
  const list = useInfiniteQuery(platform.users.list.infiniteQueryOptions({ team: key, limit: 200 }))
  const people = list.data?.pages.flatMap(({ data }) => data) ?? []
  const { data: everybody = [] } = usePeople()
  const [open, setOpen] = useState<'edit' | 'add' | User>()
  const { busy, error, write } = useWrite()
  const roles = useRoles()
  const close = () => setOpen(undefined)

  const remove = async () => {
    if (await write((client) => client.teams.delete(key), `Deleted ${key}.`)) navigate('/team')
  }
  if (teamError instanceof NotFoundError) {
    return (
      <View title={key} lead={<a href={hrefOf('/team')}>All {noun}s</a>}>
        <Problem error={teamError} />
      </View>
    )
  }
  const columns: readonly Column<User>[] = [
    {
      name: 'Name',
      width: 'minmax(0, 2fr)',
      heads: true,
      cut: true,
      cell: ({ name }) => <Text>{name}</Text>,
    },
    {
      name: 'E-mail',
      width: 'minmax(0, 2fr)',
      cut: true,
      wideOnly: true,
      cell: ({ email }) => <Text>{email}</Text>,
    },
    {
      name: 'Role in it',
      width: 'minmax(0, 1fr)',
      cut: true,
      cell: ({ teams }) => <Text>{roleName(roles, teams[key], 'team')}</Text>,
    },
    {
      name: 'Actions',
      nameHidden: true,
      width: '2rem',
      cell: (user) => (
        <ActionsMenu label={`Actions for ${user.name}`}>
          <MenuChoice onChoose={() => setOpen(user)}>Change role</MenuChoice>
          <MenuAction
            danger
            operation="users.update"
            args={[user.email, { teams: { [key]: null } }]}
            onChoose={() =>
              void write(
                (client) => client.users.update(user.email, { teams: { [key]: null } }),
                `${user.email} is not in ${key} any more.`,
              )
            }
          >
            {`Remove from ${noun}`}
          </MenuAction>
        </ActionsMenu>
      ),
    },
  ]
  const denied = list.error instanceof PermissionDeniedError ? list.error.decision : undefined
  return (
    <View
      title={team?.name ?? key}
      lead={<a href={hrefOf('/team')}>All {noun}s</a>}
      scrolls={list.isError}
      actions={
        <>
          <Gate operation="teams.update" args={[key, { name: team?.name ?? key }]}>
            {(gated) => (
              <GatedButton gated={gated} icon="edit" onClick={() => setOpen('edit')}>
                Edit
              </GatedButton>
            )}
          </Gate>
          <Gate operation="teams.delete" args={[key]}>
            {(gated) => (
              <GatedButton
                gated={gated}
                icon="remove"
                look="danger"
                busy={busy}
                onClick={() => void remove()}
              >
                Delete
              </GatedButton>
            )}
          </Gate>
          {offers('users.update', 'teams') && <GatedAdd team={key} onAdd={() => setOpen('add')} />}
        </>
      }
    >
      <Problem error={teamError ?? error} />
      {team?.defaultRole !== undefined && (
        <p className={style.soft}>New members are {roleName(roles, team.defaultRole, 'team')}.</p>
      )}
      {denied ? (
        <NotAllowed decision={denied} what="the members" />
      ) : list.error ? (
        <Problem error={list.error} />
      ) : people.length === 0 && !list.isPending ? (
        <Empty icon="team" title={`Nobody is in this ${noun}`} />
      ) : (
        <div className={style.tall}>
          <DataTable
            label={`Members of ${team?.name ?? key}`}
            columns={columns}
            rows={people}
            keyOf={({ id }) => id}
            total={list.hasNextPage ? Math.max(everybody.length, people.length + 1) : people.length}
            onEnd={() => {
              if (!list.isFetching) void list.fetchNextPage()
            }}
          />
        </div>
      )}
      {open === 'edit' && team && <TeamDialog team={team} noun={noun} onClose={close} />}
      {open !== undefined && open !== 'edit' && (
        <MembershipDialog team={key} {...(open !== 'add' && { user: open })} onClose={close} />
      )}
    </View>
  )
}

/** Off if the actor can add nobody: asked for the first person who is not in the team. */
function GatedAdd({
  team,
  onAdd,
}: {
  readonly team: string
  readonly onAdd: () => void
}): ReactNode {
  const { data: people = [] } = usePeople()
  const outsider = people.find(
    ({ teams, status }) => status === 'active' && teams[team] === undefined,
  )
  if (outsider === undefined) return null
  return (
    <Gate operation="users.update" args={[outsider.email, { teams: { [team]: true } }]}>
      {(gated) => (
        <GatedButton gated={gated} look="primary" icon="add" onClick={onAdd}>
          Add member
        </GatedButton>
      )}
    </Gate>
  )
}
