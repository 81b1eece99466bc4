import { type ReactNode, useId, useState } from 'react'
import type { Member, MemberAdd } from '../../../src/index.ts'
import { usePeople } from '../../mock/control-queries.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { EffectOnPeople } from '../../parts/effect-on-people.tsx'
import { Select, TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { useCall } from '../../parts/use-call.ts'
import { type Access, AccessFields } from './access-fields.tsx'
import { capital, type EntryWords } from './words.ts'

type SubjectType = Member['subject']['type']

const hints: Readonly<Record<SubjectType, string>> = {
  user: 'The e-mail address of somebody in the organization.',
  email: 'The person who signs in with it accepts or rejects.',
  team: 'Its key. Everybody in it has the access.',
}

/** A dialogue to add a user, an e-mail address or a workgroup to a project. */
export function AddEntry({
  project,
  words,
  onClose,
}: {
  readonly project: string
  readonly words: EntryWords
  readonly onClose: () => void
}): ReactNode {
  const { data: people = [] } = usePeople()
  const { busy, failure, call } = useCall()
  const [type, setType] = useState<SubjectType>('user')
  const [id, setId] = useState('')
  const [access, setAccess] = useState<Access>({ roles: {}, rights: [], grants: {} })
  const list = useId()
  const body: MemberAdd = {
    subject: { type, id },
    ...(Object.keys(access.roles).length > 0 && { roles: access.roles }),
    ...(access.rights.length > 0 && { rights: [...access.rights] }),
    ...(Object.keys(access.grants).length > 0 && { grants: access.grants }),
  }
  const isReady = type === 'user' ? people.some(({ email }) => email === id) : id !== ''
  const add = async () => {
    if (await call('projects.members.add', [project, body], `Added ${id}.`)) onClose()
  }
  return (
    <Dialog
      title={`Add to the ${words.project}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Gate operation="projects.members.add" args={isReady ? [project, body] : [project]}>
            {(gated) => (
              <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void add()}>
                Add
              </GatedButton>
            )}
          </Gate>
        </>
      }
    >
      <Select
        label="Kind"
        value={type}
        onChange={({ target }) => {
          const { value } = target
          if (value === 'user' || value === 'email' || value === 'team') setType(value)
        }}
      >
        <option value="user">User</option>
        <option value="email">E-mail address</option>
        <option value="team">{capital(words.team)}</option>
      </Select>
      <TextField
        label={type === 'team' ? capital(words.team) : 'E-mail address'}
        hint={hints[type]}
        value={id}
        list={type === 'user' ? list : undefined}
        onChange={({ target }) => setId(target.value.trim())}
        error={failure}
      />
      {type === 'user' && (
        <datalist id={list}>
          {people.slice(0, 200).map(({ email, name }) => (
            <option key={email} value={email}>
              {name}
            </option>
          ))}
        </datalist>
      )}
      <AccessFields words={words} value={access} onChange={setAccess} />
      {isReady && <EffectOnPeople operation="projects.members.add" args={[project, body]} />}
    </Dialog>
  )
}
