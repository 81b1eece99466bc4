import { type ReactNode, useState } from 'react'
import type { Project } from '../../../src/index.ts'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { ChangeOwner } from './change-owner.tsx'
import { ChangeVisibility } from './change-visibility.tsx'
import { DeleteProject } from './delete-project.tsx'
import type { EntryWords } from './words.ts'

type Open = 'visibility' | 'owner' | 'delete' | undefined

/** What can be done with a project as a whole. */
export function ProjectActions({
  project,
  words,
}: {
  readonly project: Project
  readonly words: EntryWords
}): ReactNode {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const { key } = project
  return (
    <>
      <Gate operation="projects.update" args={[key, { private: !project.private }]}>
        {(gated) => (
          <GatedButton
            gated={gated}
            icon={project.private ? 'open' : 'lock'}
            onClick={() => setOpen('visibility')}
          >
            {project.private ? 'Make public' : 'Make private'}
          </GatedButton>
        )}
      </Gate>
      <Gate operation="projects.transferOwnership" args={[key]}>
        {(gated) => (
          <GatedButton gated={gated} icon="edit" onClick={() => setOpen('owner')}>
            Edit {words.project} owner
          </GatedButton>
        )}
      </Gate>
      <Gate operation="projects.delete" args={[key]}>
        {(gated) => (
          <GatedButton gated={gated} look="danger" icon="remove" onClick={() => setOpen('delete')}>
            Delete
          </GatedButton>
        )}
      </Gate>
      {open === 'visibility' && <ChangeVisibility project={project} onClose={close} />}
      {open === 'owner' && <ChangeOwner project={project} words={words} onClose={close} />}
      {open === 'delete' && (
        <DeleteProject project={project} noun={words.project} onClose={close} />
      )}
    </>
  )
}
