import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useActor } from '../../mock/actor.tsx'
import { usePeople } from '../../mock/control-queries.ts'
import style from './members.module.css'

/** How many seats of the plan are used: each active member takes one, and each pending invitation. */
export function Seats(): ReactNode {
  const { platform } = useActor()
  const { data: organization } = useQuery(platform.organization.get.queryOptions())
  const { data: people = [] } = usePeople()
  const seats = organization?.plan.seats
  if (seats === undefined) return null
  const pending = people.filter(({ status }) => status === 'pending').length
  const used = people.length
  return (
    <p className={style.seats}>
      <span className={style.meter} aria-hidden="true">
        <span style={{ width: `${Math.min(100, (100 * used) / Math.max(1, seats))}%` }} />
      </span>
      {used} of {seats} seats used: {used - pending} active, {pending} pending
    </p>
  )
}
