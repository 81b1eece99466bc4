import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Decision } from '../../src/index.ts'
import { useActor } from '../mock/actor.tsx'
import { Button } from './button.tsx'
import { DenialView } from './denial-view.tsx'
import style from './not-allowed.module.css'
import { OwnInvitation } from './own-invitation.tsx'

/** In place of what the actor may not see: why, who may, and the actor's own invitation, if it waits. */
export function NotAllowed({
  decision,
  what,
}: {
  readonly decision: Decision
  readonly what: string
}): ReactNode {
  const { become, email, platform } = useActor()
  const { data: me } = useQuery(platform.users.me.queryOptions())
  const calls = decision.alternatives.flatMap((alternative) => alternative.calls)
  const able = [...new Set(calls.flatMap(({ by }) => by))].filter((one) => one !== email)
  const [invitation] = calls.find(({ operation }) => operation === 'invitations.accept')?.args ?? []
  return (
    <>
      {typeof invitation === 'string' && <OwnInvitation id={invitation} />}
      <section className={style.notice}>
        <h2>You may not see {what}</h2>
        {me && (
          <p>
            You are {me.name},{' '}
            {me.status === 'pending' ? 'invited, and not a member yet' : 'a member'}.
          </p>
        )}
        <DenialView decision={decision} />
        {able.length > 0 && (
          <p className={style.buttons}>
            {able.slice(0, 3).map((one) => (
              <Button key={one} icon="person" onClick={() => become(one)}>
                Act as {one}
              </Button>
            ))}
          </p>
        )}
      </section>
    </>
  )
}
