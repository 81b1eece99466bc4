import type { ReactNode } from 'react'
import type { Project } from '../../../src/index.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { EffectOnPeople } from '../../parts/effect-on-people.tsx'
import { Text } from '../../parts/text.tsx'
import { useCall } from '../../parts/use-call.ts'
import { navigate } from '../../routing/hash-location.ts'

/** Deletes a project, after it was shown who loses what. */
export function DeleteProject({
  project: { key, name },
  noun,
  onClose,
}: {
  readonly project: Project
  readonly noun: string
  readonly onClose: () => void
}): ReactNode {
  const { busy, failure, call } = useCall()
  const remove = async () => {
    if (!(await call('projects.delete', [key], `Deleted ${name}.`))) return
    onClose()
    navigate('/projects')
  }
  return (
    <Dialog
      title={
        <>
          Delete <Text>{name}</Text>?
        </>
      }
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" busy={busy} onClick={() => void remove()}>
            Delete {noun}
          </Button>
        </>
      }
    >
      <p>Its team, and what is in it, go too.</p>
      <EffectOnPeople operation="projects.delete" args={[key]} />
      {failure !== undefined && <p role="alert">{failure}</p>}
    </Dialog>
  )
}
