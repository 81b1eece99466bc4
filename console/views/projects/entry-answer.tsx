import type { ReactNode } from 'react'
import type { Member } from '../../../src/index.ts'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { useCall } from '../../parts/use-call.ts'

/** Buttons to accept and reject an entry that waits for its person's answer. */
export function EntryAnswer({
  project,
  entry: { id, status },
  name,
}: {
  readonly project: string
  readonly entry: Member
  readonly name: string
}): ReactNode {
  const { busy, call } = useCall()
  if (status !== 'pending') return null
  return (
    <>
      <Gate operation="projects.members.accept" args={[project, id]}>
        {(gated) => (
          <GatedButton
            gated={gated}
            look="plain"
            icon="yes"
            iconOnly
            busy={busy}
            onClick={() =>
              void call('projects.members.accept', [project, id], `Accepted, as ${name}.`)
            }
          >
            Accept for {name}
          </GatedButton>
        )}
      </Gate>
      <Gate operation="projects.members.reject" args={[project, id]}>
        {(gated) => (
          <GatedButton
            gated={gated}
            look="plain"
            icon="no"
            iconOnly
            busy={busy}
            onClick={() =>
              void call('projects.members.reject', [project, id], `Rejected, as ${name}.`)
            }
          >
            Reject for {name}
          </GatedButton>
        )}
      </Gate>
    </>
  )
}
