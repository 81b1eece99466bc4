import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { PermissionDeniedError } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { roleName, useRoles } from '../../mock/roles.ts'
import { Button } from '../../parts/button.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { NotAllowed } from '../../parts/not-allowed.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Text } from '../../parts/text.tsx'
import { hrefOf } from '../../routing/hash-location.ts'
import { TeamDialog } from './team-dialog.tsx'
import style from './team.module.css'

/** The teams of the organization. */
export function Teams({
  noun,
}: {
  /** The platform's own word for a team. */
  readonly noun: string
}): ReactNode {
  const { platform } = useActor()
  const list = useInfiniteQuery(platform.teams.list.infiniteQueryOptions({ limit: 200 }))
  const roles = useRoles()
  const [creating, setCreating] = useState(false)
  const { error } = list
  const teams = list.data?.pages.flatMap(({ data }) => data) ?? []
  return (
    <section className={style.part}>
      <div className={style.top}>
        <h2>{`${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}s`}</h2>
        <Gate operation="teams.create" args={[]}>
          {(gated) => (
            <GatedButton gated={gated} icon="add" onClick={() => setCreating(true)}>
              {`Create ${noun}`}
            </GatedButton>
          )}
        </Gate>
      </div>
      {error instanceof PermissionDeniedError && error.decision ? (
        <>
          <OwnTeams />
          <NotAllowed decision={error.decision} what={`all ${noun}s`} />
        </>
      ) : (
        <Problem error={error} />
      )}
      <ul className={style.list}>
        {teams.map(({ key, name, defaultRole }) => (
          <li key={key}>
            <a className={style.link} href={hrefOf(`/team/${encodeURIComponent(key)}`)}>
              <Text>{name}</Text>
            </a>{' '}
            <code>{key}</code>
            {defaultRole !== undefined && (
              <span className={style.reason}>
                {' '}
                New members are {roleName(roles, defaultRole, 'team')}.
              </span>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <p>
          <Button busy={list.isFetching} onClick={() => void list.fetchNextPage()}>
            Show more
          </Button>
        </p>
      )}
      {creating && <TeamDialog noun={noun} onClose={() => setCreating(false)} />}
    </section>
  )
}

/** The teams that the actor is in, where not all may be listed. */
function OwnTeams(): ReactNode {
  const { platform } = useActor()
  const { data: me } = useQuery(platform.users.me.queryOptions())
  return (
    <ul className={style.list}>
      {Object.keys(me?.teams ?? {}).map((key) => (
        <li key={key}>
          <a className={style.link} href={hrefOf(`/team/${encodeURIComponent(key)}`)}>
            <Text>{key}</Text>
          </a>
        </li>
      ))}
    </ul>
  )
}
