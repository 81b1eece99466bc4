import { type ReactNode, useState } from 'react'
import type { Member } from '../../../src/index.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { EffectOnPeople } from '../../parts/effect-on-people.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { useCall } from '../../parts/use-call.ts'

/** A button that removes an entry, after it was shown who loses what. */
export function RemoveEntry({
  project,
  entry: { id },
  name,
}: {
  readonly project: string
  readonly entry: Member
  readonly name: string
}): ReactNode {
  const { busy, failure, call } = useCall()
  const [asks, setAsks] = useState(false)
  const close = () => setAsks(false)
  const remove = async () => {
    if (await call('projects.members.remove', [project, id], `Removed ${name}.`)) close()
  }
  return (
    <>
      <Gate operation="projects.members.remove" args={[project, id]}>
        {(gated) => (
          <GatedButton
            gated={gated}
            look="plain"
            icon="remove"
            iconOnly
            onClick={() => setAsks(true)}
          >
            Remove {name}
          </GatedButton>
        )}
      </Gate>
      {asks && (
        <Dialog
          title={`Remove ${name}?`}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>Cancel</Button>
              <Button look="danger" busy={busy} onClick={() => void remove()}>
                Remove
              </Button>
            </>
          }
        >
          <EffectOnPeople operation="projects.members.remove" args={[project, id]} />
          {failure !== undefined && <p role="alert">{failure}</p>}
        </Dialog>
      )}
    </>
  )
}
