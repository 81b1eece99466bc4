import type { ReactNode } from 'react'
import type { Project } from '../../../src/index.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { EffectOnPeople } from '../../parts/effect-on-people.tsx'
import { Text } from '../../parts/text.tsx'
import { useCall } from '../../parts/use-call.ts'

/** Makes a project private or public, and shows before who would lose or gain access. */
export function ChangeVisibility({
  project: { key, name, private: isPrivate },
  onClose,
}: {
  readonly project: Project
  readonly onClose: () => void
}): ReactNode {
  const { busy, failure, call } = useCall()
  const to = isPrivate ? 'public' : 'private'
  const args = [key, { private: !isPrivate }]
  const change = async () => {
    if (await call('projects.update', args, `${name} is ${to} now.`)) onClose()
  }
  return (
    <Dialog
      title={
        <>
          Make <Text>{name}</Text> {to}?
        </>
      }
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={busy} onClick={() => void change()}>
            Make {to}
          </Button>
        </>
      }
    >
      <EffectOnPeople operation="projects.update" args={args} />
      {failure !== undefined && <p role="alert">{failure}</p>}
    </Dialog>
  )
}
