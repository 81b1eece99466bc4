import { type ReactNode, useState } from 'react'
import { useOffers } from '../../mock/offers.ts'
import { useUsualRole } from './usual-role.ts'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { AddDialog } from './add-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'

/** An address that nobody has: whether an invitation would succeed is asked before it is known whose. */
const somebody = { email: 'somebody@example.test' }

/** Invites members, or adds them where the platform asks nobody first. */
export function InviteButton(): ReactNode {
  const offers = useOffers()
  const role = useUsualRole()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const adds = offers('users.create') && !offers('invitations.create')
  if (adds) {
    return (
      <>
        <Gate operation="users.create" args={[somebody]}>
          {(gated) => (
            <GatedButton gated={gated} look="primary" icon="add" onClick={() => setOpen(true)}>
              Add member
            </GatedButton>
          )}
        </Gate>
        {open && <AddDialog onClose={close} />}
      </>
    )
  }
  return (
    <>
      <Gate operation="invitations.create" args={[{ ...somebody, ...(role && { role }) }]}>
        {(gated) => (
          <GatedButton gated={gated} look="primary" icon="add" onClick={() => setOpen(true)}>
            Invite member
          </GatedButton>
        )}
      </Gate>
      {open && <InviteDialog onClose={close} />}
    </>
  )
}
