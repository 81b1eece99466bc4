import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { User, UserUpdate } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { useOffers } from '../../mock/offers.ts'
import { useRoles } from '../../mock/roles.ts'
import { useWrite } from '../../parts/use-write.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Select } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Text } from '../../parts/text.tsx'
import style from './members.module.css'
import { RoleChoice } from './role-choice.tsx'

/** Changes a person's role in the organization, and the roles in teams. */
export function EditDialog({
  user,
  onClose,
}: {
  readonly user: User
  readonly onClose: () => void
}): ReactNode {
  const offers = useOffers()
  const [role, setRole] = useState(user.role)
  const [teams, setTeams] = useState<Readonly<Record<string, string | null>>>({})
  const { busy, error, write } = useWrite()
  const patch: UserUpdate = {
    ...(role !== undefined && role !== user.role && { role }),
    ...(Object.keys(teams).length > 0 && { teams: { ...teams } }),
  }
  const changes = Object.keys(patch).length > 0
  const update = async () => {
    if (await write((client) => client.users.update(user.email, patch), `Changed ${user.email}.`))
      onClose()
  }
  return (
    <Dialog
      title={`Edit ${user.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {changes ? (
            <Gate operation="users.update" args={[user.email, patch]}>
              {(gated) => (
                <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void update()}>
                  Update
                </GatedButton>
              )}
            </Gate>
          ) : (
            <Button look="primary" off title="Nothing is changed yet.">
              Update
            </Button>
          )}
        </>
      }
    >
      {offers('users.update', 'role') && <RoleChoice chosen={role} onChoose={setRole} />}
      {offers('users.update', 'teams') && (
        <TeamRoles
          user={user}
          changed={teams}
          onChange={(key, value) => {
            const { [key]: _, ...others } = teams
            setTeams(value === (user.teams[key] ?? null) ? others : { ...teams, [key]: value })
          }}
        />
      )}
      {changes && (
        <Gate operation="users.update" args={[user.email, patch]}>
          {({ reason }) => (reason ? <p className={style.reason}>{reason}</p> : null)}
        </Gate>
      )}
      <Problem error={error} />
    </Dialog>
  )
}

/** The role in each team that the actor knows of. */
function TeamRoles({
  user,
  changed,
  onChange,
}: {
  readonly user: User
  readonly changed: Readonly<Record<string, string | null>>
  readonly onChange: (team: string, role: string | null) => void
}): ReactNode {
  const { platform } = useActor()
  const { data } = useQuery(platform.teams.list.queryOptions({ limit: 200 }))
  const roles = useRoles().filter(({ scope }) => scope === 'team')
  const teams = data?.data ?? Object.keys(user.teams).map((key) => ({ key, name: key }))
  return (
    <fieldset className={style.form}>
      <legend className={style.legend}>Role in each team</legend>
      {teams.map(({ key, name }) => (
        <Select
          key={key}
          label={<Text>{name}</Text>}
          value={(changed[key] === undefined ? user.teams[key] : changed[key]) ?? ''}
          onChange={({ target }) => onChange(key, target.value || null)}
        >
          <option value="">Not a member</option>
          {roles.map((role) => (
            <option key={role.key} value={role.key}>
              {role.name}
            </option>
          ))}
        </Select>
      ))}
    </fieldset>
  )
}
