import { type ReactNode, useState } from 'react'
import { usePolicy } from '../../mock/control-queries.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Checkbox, TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { useCall } from '../../parts/use-call.ts'
import { navigate } from '../../routing/hash-location.ts'

/** A dialogue to create a project. */
export function CreateProject({
  noun,
  onClose,
}: {
  readonly noun: string
  readonly onClose: () => void
}): ReactNode {
  const { busy, failure, call } = useCall()
  const { data: policy } = usePolicy()
  const hasTeams = policy?.sources.project.from.some(({ through }) => through === 'team_entry')
  const [name, setName] = useState('')
  const [key, setKey] = useState<string>()
  const [team, setTeam] = useState('')
  const [isPrivate, setPrivate] = useState(false)
  const given = key ?? keyOf(name)
  const body = {
    key: given,
    ...(name && { name }),
    ...(team && { team }),
    ...(isPrivate && { private: true }),
  }
  const create = async () => {
    if (!(await call('projects.create', [body], `Created ${given}.`))) return
    onClose()
    navigate(`/projects/${given}`)
  }
  return (
    <Dialog
      title={`Create ${noun}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Gate operation="projects.create" args={[body]}>
            {(gated) => (
              <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void create()}>
                Create {noun}
              </GatedButton>
            )}
          </Gate>
        </>
      }
    >
      <TextField label="Name" value={name} onChange={({ target }) => setName(target.value)} />
      <TextField
        label="Key"
        hint="Never changes. Lower-case letters, digits, - and _."
        value={given}
        onChange={({ target }) => setKey(target.value)}
        error={failure}
      />
      {hasTeams && (
        <TextField
          label="Team"
          hint="The key of the team that owns it."
          value={team}
          onChange={({ target }) => setTeam(target.value)}
        />
      )}
      <Checkbox
        label="Private: only people with access of their own may see it"
        checked={isPrivate}
        onChange={({ target }) => setPrivate(target.checked)}
      />
    </Dialog>
  )
}

/** A key made of a name. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 63)
