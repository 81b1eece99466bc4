import type { ReactNode } from 'react'
import type { User } from '../../../src/index.ts'
import { useOffers } from '../../mock/offers.ts'
import { useWrite } from '../../parts/use-write.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Problem } from '../../parts/problem.tsx'
import { HandOver } from './hand-over.tsx'
import style from './members.module.css'
import { WhatChanges } from './what-changes.tsx'

/** Asks before somebody is removed: what ends with it, and who takes over where the platform needs it. */
export function RemoveDialog({
  user: { id, email, name },
  onClose,
}: {
  readonly user: User
  readonly onClose: () => void
}): ReactNode {
  const offers = useOffers()
  const { busy, error, write } = useWrite()
  const remove = async () => {
    if (await write((client) => client.users.remove(email), `Removed ${email}.`)) onClose()
  }
  return (
    <Dialog
      title={`Remove ${name}?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Gate operation="users.remove" args={[email]}>
            {(gated) => (
              <GatedButton gated={gated} look="danger" busy={busy} onClick={() => void remove()}>
                Remove user
              </GatedButton>
            )}
          </Gate>
        </>
      }
    >
      <p>{email} loses the membership, and all that comes with it.</p>
      {offers('projects.transferOwnership') && <HandOver id={id} email={email} />}
      <Gate operation="users.remove" args={[email]}>
        {({ reason }) =>
          reason === undefined ? (
            <WhatChanges operation="users.remove" args={[email]} />
          ) : (
            <p className={style.reason}>{reason}</p>
          )
        }
      </Gate>
      <Problem error={error} />
    </Dialog>
  )
}
