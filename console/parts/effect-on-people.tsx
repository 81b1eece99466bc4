import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Rehearsal } from '../../mocks/control-client/index.ts'
import type { OperationId } from '../../src/index.ts'
import { useActor } from '../mock/actor.tsx'
import { useConnection } from '../mock/connection.tsx'
import { usePeople } from '../mock/control-queries.ts'
import { Badge } from './badge.tsx'
import style from './effect-on-people.module.css'
import { Failure, Loading } from './states.tsx'
import { Text } from './text.tsx'

type Change = Rehearsal['effect']['people']['changes'][number]

const kinds = [
  { title: 'Would lose access', tone: 'no', change: 'loses', ofSight: true },
  { title: 'Could do less', tone: 'depends', change: 'loses', ofSight: false },
  { title: 'Would gain access', tone: 'yes', change: 'gains', ofSight: true },
  { title: 'Could do more', tone: 'yes', change: 'gains', ofSight: false },
] as const

/** Whether the person begins or ceases to see the resource of a change: else, they see it before and after, or never. */
const changesSight = (changes: readonly Change[], { user, change, resource }: Change): boolean =>
  changes.some(
    (one) =>
      one.user === user &&
      one.change === change &&
      one.resource?.type === resource?.type &&
      one.resource?.id === resource?.id &&
      one.action.endsWith('.get'),
  )

/** What a call of the actor would give to people, and take from them. The call is made on a copy. */
export function EffectOnPeople({
  operation,
  args,
}: {
  readonly operation: OperationId
  readonly args: readonly unknown[]
}): ReactNode {
  const { email } = useActor()
  const { control, session } = useConnection()
  const { data, error } = useQuery({
    queryKey: ['control', session, 'rehearse', email, operation, args],
    queryFn: () => control.rehearse({ as: email, operation, args }),
  })
  if (error) return <Failure error={error} />
  if (!data) return <Loading what="the effect" />
  const { changes, more } = data.effect.people
  return (
    <div className={style.effect}>
      {kinds.map(({ title, tone, change, ofSight }) => (
        <People
          key={title}
          title={title}
          tone={tone}
          changes={changes.filter(
            (one) => one.change === change && changesSight(changes, one) === ofSight,
          )}
        />
      ))}
      {changes.length === 0 && <p>Nobody gains or loses anything.</p>}
      {more > 0 && <p>{more} more people were not looked at.</p>}
    </div>
  )
}

function People({
  title,
  tone,
  changes,
}: {
  readonly title: string
  readonly tone: 'yes' | 'no' | 'depends'
  readonly changes: readonly Change[]
}): ReactNode {
  const { data: people = [] } = usePeople()
  const byUser = Map.groupBy(changes, ({ user }) => user)
  if (byUser.size === 0) return null
  return (
    <section aria-label={title}>
      <h3>
        {title} <Badge tone={tone}>{byUser.size}</Badge>
      </h3>
      <ul className={style.people}>
        {[...byUser].map(([user, own]) => (
          <li key={user}>
            <details>
              <summary>
                <Text>{people.find(({ email }) => email === user)?.name ?? user}</Text>
                <span className={style.soft}>
                  {user} · {own.length} {own.length === 1 ? 'action' : 'actions'}
                </span>
              </summary>
              <ul className={style.actions}>
                {own.map(({ action, resource }) => (
                  <li key={`${action} ${resource?.type} ${resource?.id}`}>
                    <code>{action}</code> {resource && `on ${resource.type} ${resource.id}`}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
