import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Policy } from '../../../mocks/control-client/index.ts'
import { PermissionDeniedError, type User } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { classNames } from '../../parts/class-names.ts'
import { Button } from '../../parts/button.tsx'
import { NotAllowed } from '../../parts/not-allowed.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Text } from '../../parts/text.tsx'
import { GrantBox } from './grant-box.tsx'
import style from './team.module.css'

/** A grant that is ticked on members of the organization. */
interface Box {
  readonly key: string
  readonly name: string
  readonly description: string
}

/**
 * The boxes of each member: what a grant adds to the member's role. A tick counts at once, and can be taken
 * back at any time.
 */
export function Boxes({ policy }: { readonly policy: Policy }): ReactNode {
  const boxes = Object.entries(policy.grants).flatMap(([key, grant]) =>
    grant.in.includes('organization')
      ? [{ key, name: grant.name ?? key, description: grant.description }]
      : [],
  )
  const roles = policy.roles.filter(
    ({ scope, grants, permissions }) =>
      scope === 'organization' && (grants !== undefined || permissions === '*'),
  )
  if (boxes.length === 0) return null
  const elsewhere = policy.roles.filter(({ scope, grants }) => scope === 'project' && grants)
  return (
    <section className={style.part}>
      <h2>Members</h2>
      <p className={style.soft}>
        A tick is saved at once, and can be taken back at any time.
        {elsewhere.map(
          ({ name, grants = {} }) =>
            ` A ${name} has ${Object.keys(grants)
              .map((grant) => policy.grants[grant]?.name ?? grant)
              .join(' and ')} on the project: see Projects.`,
        )}
      </p>
      {roles.map((role) => (
        <BoxesOfRole key={role.key} role={role} boxes={boxes} />
      ))}
    </section>
  )
}

function BoxesOfRole({
  role,
  boxes,
}: {
  readonly role: Policy['roles'][number]
  readonly boxes: readonly Box[]
}): ReactNode {
  const { platform } = useActor()
  const list = useInfiniteQuery(
    platform.users.list.infiniteQueryOptions({ role: role.key, status: 'active', limit: 50 }),
  )
  const people = list.data?.pages.flatMap(({ data }) => data) ?? []
  const { error } = list
  if (error instanceof PermissionDeniedError && error.decision) {
    // One role's denial is that of all.
    return role.grants && <NotAllowed decision={error.decision} what="the members" />
  }
  if (error) return <Problem error={error} />
  return (
    <>
      <div className={style.scroll} tabIndex={0} role="region" aria-label={`${role.name}, boxes`}>
        <table className={classNames(style.table, style.boxes)}>
          <caption className="visually-hidden">{role.name}</caption>
          <thead>
            <tr>
              <th scope="col">{role.name}</th>
              {boxes.map(({ key, name, description }) => (
                <th key={key} scope="col" title={description}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((user) => (
              <BoxRow key={user.id} user={user} role={role} boxes={boxes} />
            ))}
          </tbody>
        </table>
      </div>
      {list.hasNextPage && (
        <p>
          <Button busy={list.isFetching} onClick={() => void list.fetchNextPage()}>
            Show more
          </Button>
        </p>
      )}
    </>
  )
}

function BoxRow({
  user,
  role,
  boxes,
}: {
  readonly user: User
  readonly role: Policy['roles'][number]
  readonly boxes: readonly Box[]
}): ReactNode {
  return (
    <tr>
      <th scope="row">
        <Text>{user.name}</Text>
        <br />
        <span className={style.reason}>
          <Text>{user.email}</Text>
        </span>
      </th>
      {boxes.map(({ key, name }) => (
        <td key={key}>
          {role.permissions === '*' ? (
            'By the role'
          ) : role.grants && Object.hasOwn(role.grants, key) ? (
            <GrantBox user={user} grant={key} name={name} />
          ) : (
            'Not for this role'
          )}
        </td>
      ))}
    </tr>
  )
}
