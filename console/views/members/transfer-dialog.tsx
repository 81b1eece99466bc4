import type { ReactNode } from 'react'
import type { User } from '../../../src/index.ts'
import { useWrite } from '../../parts/use-write.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Problem } from '../../parts/problem.tsx'
import { WhatChanges } from './what-changes.tsx'

/** Asks before the organization gets another owner. */
export function TransferDialog({
  user: { email, name },
  onClose,
}: {
  readonly user: User
  readonly onClose: () => void
}): ReactNode {
  const { busy, error, write } = useWrite()
  const transfer = async () => {
    const done = await write(
      (client) => client.organization.transferOwnership({ to: email }),
      `${email} owns the organization now.`,
    )
    if (done) onClose()
  }
  return (
    <Dialog
      title={`Make ${name} the owner?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Gate operation="organization.transferOwnership" args={[{ to: email }]}>
            {(gated) => (
              <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void transfer()}>
                Make owner
              </GatedButton>
            )}
          </Gate>
        </>
      }
    >
      <p>There is one owner. It takes effect at once, and only the new owner can give it back.</p>
      <WhatChanges operation="organization.transferOwnership" args={[{ to: email }]} />
      <Problem error={error} />
    </Dialog>
  )
}
