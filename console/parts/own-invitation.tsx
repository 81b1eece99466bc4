import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useActor } from '../mock/actor.tsx'
import { roleName, useRoles } from '../mock/roles.ts'
import { useWrite } from './use-write.ts'
import { Gate } from './gate.tsx'
import { GatedButton } from './gated-button.tsx'
import { Problem } from './problem.tsx'
import { focusHeading } from './focus-heading.ts'
import { printable } from '../../src/core/base/printable.ts'
import style from './not-allowed.module.css'

/** The actor's own invitation, to accept or reject. */
export function OwnInvitation({ id }: { readonly id: string }): ReactNode {
  const { platform } = useActor()
  const roles = useRoles()
  const { data: invitation } = useQuery(platform.invitations.get.queryOptions(id))
  const { busy, error, write } = useWrite()
  if (invitation?.status !== 'pending') return null
  const answer = async (operation: 'accept' | 'reject') => {
    const done = operation === 'accept' ? 'You are a member now.' : 'You rejected the invitation.'
    if (await write((client) => client.invitations[operation](id), done)) focusHeading()
  }
  return (
    <section className={style.notice} aria-label="Your invitation">
      <h2>You are invited as {roleName(roles, invitation.role, 'organization')}</h2>
      {invitation.message !== undefined && (
        <p className={style.mail}>{printable(invitation.message, '\n')}</p>
      )}
      <div className={style.buttons}>
        <Gate operation="invitations.accept" args={[id]}>
          {(gated) => (
            <GatedButton
              gated={gated}
              look="primary"
              busy={busy}
              onClick={() => void answer('accept')}
            >
              Accept invite
            </GatedButton>
          )}
        </Gate>
        <Gate operation="invitations.reject" args={[id]}>
          {(gated) => (
            <GatedButton gated={gated} busy={busy} onClick={() => void answer('reject')}>
              Reject invite
            </GatedButton>
          )}
        </Gate>
      </div>
      <Problem error={error} />
    </section>
  )
}
