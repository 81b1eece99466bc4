import { type ReactNode, useState } from 'react'
import type { Member, MemberUpdate } from '../../../src/index.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { EffectOnPeople } from '../../parts/effect-on-people.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { useCall } from '../../parts/use-call.ts'
import { type Access, AccessFields } from './access-fields.tsx'
import type { EntryWords } from './words.ts'

/** A dialogue to change the roles, rights and boxes of an entry, with the effect before it is saved. */
export function EditEntry({
  project,
  entry,
  name,
  words,
  onClose,
}: {
  readonly project: string
  readonly entry: Member
  readonly name: string
  readonly words: EntryWords
  readonly onClose: () => void
}): ReactNode {
  const { busy, failure, call } = useCall()
  const before: Access = { roles: entry.roles, rights: entry.rights, grants: entry.grants ?? {} }
  const [access, setAccess] = useState(before)
  const change = changeOf(before, access)
  const args = [project, entry.id, change] as const
  const isChanged = Object.keys(change).length > 0
  const save = async () => {
    if (await call('projects.members.update', args, `Changed the access of ${name}.`)) onClose()
  }
  return (
    <Dialog
      title={`Access of ${name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Gate operation="projects.members.update" args={[...args]}>
            {(gated) => (
              <GatedButton
                gated={gated}
                look="primary"
                busy={busy}
                onClick={() => (isChanged ? void save() : onClose())}
              >
                Save
              </GatedButton>
            )}
          </Gate>
        </>
      }
    >
      <AccessFields words={words} value={access} onChange={setAccess} />
      {failure !== undefined && <p role="alert">{failure}</p>}
      {isChanged && <EffectOnPeople operation="projects.members.update" args={args} />}
    </Dialog>
  )
}

/** The keys that differ, as a merge patch: what was taken away is null. */
function changeOf(before: Access, after: Access): MemberUpdate {
  const roles = patchOf(before.roles, after.roles)
  const grants = patchOf(before.grants, after.grants)
  const sameRights = [...before.rights].toSorted().join() === [...after.rights].toSorted().join()
  return {
    ...(Object.keys(roles).length > 0 && { roles }),
    ...(!sameRights && { rights: [...after.rights] }),
    ...(Object.keys(grants).length > 0 && { grants }),
  }
}

function patchOf<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): Record<string, T | null> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries(
    [...keys].flatMap((key) => (before[key] === after[key] ? [] : [[key, after[key] ?? null]])),
  )
}
