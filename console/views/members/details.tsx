import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import type { User } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { usePolicy } from '../../mock/control-queries.ts'
import { roleName, type ShownRole } from '../../mock/roles.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Text } from '../../parts/text.tsx'
import style from './members.module.css'
import { StatusText } from './status-text.tsx'
import type { Row } from './use-members.ts'

/** All of one member or invitation, and what the person may do. */
export function Details({
  row: { name, email, status, role, user, invitation },
  roles,
  onClose,
}: {
  readonly row: Row
  readonly roles: readonly ShownRole[]
  readonly onClose: () => void
}): ReactNode {
  const { become } = useActor()
  const { data: policy } = usePolicy()
  const teams = Object.entries(user?.teams ?? {})
  const grants = Object.keys(user?.grants ?? {})
  const held = roles.find(({ key, scope }) => key === role && scope === 'organization')
  return (
    <Dialog side title={<Text>{name}</Text>} onClose={onClose}>
      <dl className={style.facts}>
        <dt>E-mail</dt>
        <dd>
          <Text>{email}</Text>
        </dd>
        <dt>Status</dt>
        <dd>
          <StatusText status={status} />
        </dd>
        {role !== undefined && (
          <>
            <dt>Role</dt>
            <dd>
              {roleName(roles, role, 'organization')}
              {held?.description !== undefined && <p className={style.soft}>{held.description}</p>}
            </dd>
          </>
        )}
        {teams.length > 0 && (
          <>
            <dt>Teams</dt>
            <dd>
              <ul>
                {teams.map(([team, key]) => (
                  <li key={team}>
                    <Text>{`${team}: ${roleName(roles, key, 'team')}`}</Text>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {grants.length > 0 && (
          <>
            <dt>Ticked</dt>
            <dd>{grants.map((grant) => policy?.grants[grant]?.name ?? grant).join(', ')}</dd>
          </>
        )}
        {invitation && (
          <>
            <dt>Invited</dt>
            <dd>
              {invitation.createdAt.slice(0, 10)}, sent{' '}
              {invitation.sentCount === 1 ? 'once' : `${invitation.sentCount} times`}
            </dd>
          </>
        )}
        {user && (
          <>
            <dt>Since</dt>
            <dd>{user.createdAt.slice(0, 10)}</dd>
          </>
        )}
      </dl>
      {user?.type === 'human' && (
        <Button
          className={style.start}
          icon="person"
          onClick={() => {
            onClose()
            become(email)
          }}
        >
          Act as {email}
        </Button>
      )}
      {user && <MayDo user={user} />}
    </Dialog>
  )
}

/** What a person may do in the organization now, as the platform answers: by resource. */
function MayDo({ user: { id, name } }: { readonly user: User }): ReactNode {
  const { platform } = useActor()
  const { data: policy } = usePolicy()
  const { data, error } = useQuery(
    platform.access.searchActions.queryOptions({
      subject: { type: 'user', id },
      resource: { type: 'organization', id: 'current' },
    }),
  )
  const groups = new Map<string, string[]>()
  for (const { name: action } of data?.results ?? []) {
    const [resource = ''] = action.split(/[.:]/)
    const text = policy?.permissions[action]?.name ?? action.slice(resource.length + 1)
    groups.set(resource, [...(groups.get(resource) ?? []), text])
  }
  return (
    <section className={style.part}>
      <h3>
        <Text>{`What ${name} may do in the organization`}</Text>
      </h3>
      <Problem error={error} />
      {data && groups.size === 0 && <p>Nothing.</p>}
      <dl className={style.facts}>
        {[...groups].map(([resource, actions]) => (
          <Fragment key={resource}>
            <dt>{resource}</dt>
            <dd>{actions.join(', ')}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
