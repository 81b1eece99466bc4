import { type ReactNode, useId, useState } from 'react'
import type { Project } from '../../../src/index.ts'
import { usePeople } from '../../mock/control-queries.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { EffectOnPeople } from '../../parts/effect-on-people.tsx'
import { TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { useCall } from '../../parts/use-call.ts'
import type { EntryWords } from './words.ts'

/** The most people that are suggested at a time. */
const mostSuggested = 100

/** Changes the owner of a project. */
export function ChangeOwner({
  project: { key, name },
  words,
  onClose,
}: {
  readonly project: Project
  readonly words: EntryWords
  readonly onClose: () => void
}): ReactNode {
  const { data: people = [] } = usePeople()
  const { busy, failure, call } = useCall()
  const [to, setTo] = useState('')
  const list = useId()
  const typed = to.toLowerCase()
  const matching = people.filter(({ email, name: own }) =>
    `${email} ${own}`.toLowerCase().includes(typed),
  )
  const isKnown = people.some(({ email }) => email === to)
  const change = async () => {
    if (await call('projects.transferOwnership', [key, { to }], `${to} owns ${name} now.`))
      onClose()
  }
  return (
    <Dialog
      title={`Edit ${words.project} owner`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Gate operation="projects.transferOwnership" args={isKnown ? [key, { to }] : [key]}>
            {(gated) => (
              <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void change()}>
                Change owner
              </GatedButton>
            )}
          </Gate>
        </>
      }
    >
      <TextField
        label="New owner"
        hint="An e-mail address, or a part of a name."
        list={list}
        value={to}
        onChange={({ target }) => setTo(target.value)}
        error={failure}
      />
      <datalist id={list}>
        {matching.slice(0, mostSuggested).map(({ email, name: own }) => (
          <option key={email} value={email}>
            {own}
          </option>
        ))}
      </datalist>
      {isKnown && <EffectOnPeople operation="projects.transferOwnership" args={[key, { to }]} />}
    </Dialog>
  )
}
