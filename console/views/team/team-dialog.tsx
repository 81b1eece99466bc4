import { type ReactNode, useState } from 'react'
import type { Team, TeamUpdate } from '../../../src/index.ts'
import { useOffers } from '../../mock/offers.ts'
import { useRoles } from '../../mock/roles.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Select, TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useWrite } from '../../parts/use-write.ts'
import { navigate } from '../../routing/hash-location.ts'
import style from './team.module.css'

/** Creates a team, or changes the name and default role of one. */
export function TeamDialog({
  team,
  noun,
  onClose,
}: {
  /** The team to change. Default: a new one. */
  readonly team?: Team
  readonly noun: string
  readonly onClose: () => void
}): ReactNode {
  const offers = useOffers()
  const roles = useRoles().filter(({ scope, assignable }) => scope === 'team' && assignable)
  const [key, setKey] = useState('')
  const [name, setName] = useState(team?.name ?? '')
  const [role, setRole] = useState(team?.defaultRole ?? '')
  const { busy, error, write } = useWrite()
  const patch: TeamUpdate = {
    ...(name.trim() && name !== team?.name && { name: name.trim() }),
    ...(role !== (team?.defaultRole ?? '') && { defaultRole: role || null }),
  }
  const body = { key, ...(patch.name && { name: patch.name }), ...(role && { defaultRole: role }) }
  const hasRoles = offers(team ? 'teams.update' : 'teams.create', 'defaultRole')

  const create = async () => {
    if (!(await write((client) => client.teams.create(body), `Created ${key}.`))) return
    onClose()
    navigate(`/team/${key}`)
  }
  const update = async () => {
    if (
      team &&
      (await write((client) => client.teams.update(team.key, patch), `Changed ${team.key}.`))
    )
      onClose()
  }
  return (
    <Dialog
      title={team ? `Edit ${team.name}` : `Create ${noun}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {team ? (
            <Gate operation="teams.update" args={[team.key, patch]}>
              {(gated) => (
                <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void update()}>
                  Update
                </GatedButton>
              )}
            </Gate>
          ) : (
            <Gate operation="teams.create" args={[{ ...body, key: key || 'a-team-to-be' }]}>
              {(gated) => (
                <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void create()}>
                  Create
                </GatedButton>
              )}
            </Gate>
          )}
        </>
      }
    >
      {!team && (
        <TextField
          label="Key"
          hint="Lower-case letters, digits, - and _. It never changes."
          value={key}
          onChange={({ target }) => setKey(target.value)}
        />
      )}
      <TextField label="Name" value={name} onChange={({ target }) => setName(target.value)} />
      {hasRoles && (
        <Select
          label="Default role"
          hint="What a new member is if nobody says otherwise."
          value={role}
          onChange={({ target }) => setRole(target.value)}
        >
          <option value="">That of the deployment</option>
          {roles.map((one) => (
            <option key={one.key} value={one.key}>
              {one.name}
            </option>
          ))}
        </Select>
      )}
      <div className={style.form}>
        <Problem error={error} />
      </div>
    </Dialog>
  )
}
