import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { UserCreate } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { useOffers } from '../../mock/offers.ts'
import { useRoles } from '../../mock/roles.ts'
import { useWrite } from '../../parts/use-write.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Checkbox, Select, TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Problem } from '../../parts/problem.tsx'
import { errorOf } from './field-error.ts'
import style from './members.module.css'
import { RoleChoice } from './role-choice.tsx'

/** Adds a person or a service account, where the platform invites nobody. */
export function AddDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const offers = useOffers()
  const { platform } = useActor()
  const { data: teams } = useQuery(platform.teams.list.queryOptions({ limit: 200 }))
  const teamRoles = useRoles().filter(({ scope }) => scope === 'team')
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [isService, setIsService] = useState(false)
  const [role, setRole] = useState<string>()
  const [team, setTeam] = useState('')
  const [teamRole, setTeamRole] = useState('')
  const [apiKey, setApiKey] = useState<string>()
  const { busy, error, write } = useWrite()
  const body: UserCreate = {
    email: email.trim(),
    ...(name.trim() && { name: name.trim() }),
    ...(isService && { type: 'service' }),
    ...(role !== undefined && { role }),
    ...(team && { teams: { [team]: teamRole || true } }),
  }
  const add = async () => {
    const added = await write((client) => client.users.create(body), `Added ${body.email}.`)
    if (added?.answer.apiKey !== undefined) setApiKey(added.answer.apiKey)
    else if (added) onClose()
  }
  if (apiKey !== undefined) {
    return (
      <Dialog title={`The key of ${email}`} onClose={onClose}>
        <p>The platform shows it once. The service account signs in with it.</p>
        <pre className={style.mail}>{apiKey}</pre>
        <Button icon="copy" onClick={() => void navigator.clipboard.writeText(apiKey)}>
          Copy
        </Button>
      </Dialog>
    )
  }
  return (
    <Dialog
      title="Add member"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {body.email === '' ? (
            <Button look="primary" off title="Enter an e-mail address first.">
              Create
            </Button>
          ) : (
            <Gate operation="users.create" args={[body]}>
              {(gated) => (
                <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void add()}>
                  Create
                </GatedButton>
              )}
            </Gate>
          )}
        </>
      }
    >
      <TextField
        label="E-mail"
        value={email}
        error={errorOf(error, 'email')}
        onChange={({ target }) => setEmail(target.value)}
      />
      <TextField
        label="Name"
        hint="Default: the e-mail address."
        value={name}
        error={errorOf(error, 'name')}
        onChange={({ target }) => setName(target.value)}
      />
      {offers('users.create', 'type') && (
        <Checkbox
          label="A service account, with a key of its own"
          checked={isService}
          onChange={({ target }) => setIsService(target.checked)}
        />
      )}
      {offers('users.create', 'role') && <RoleChoice chosen={role} onChoose={setRole} />}
      {offers('users.create', 'teams') && (
        <>
          <Select label="Team" value={team} onChange={({ target }) => setTeam(target.value)}>
            <option value="">The team of new people</option>
            {teams?.data.map(({ key, name: title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </Select>
          {team !== '' && (
            <Select
              label="Role in the team"
              value={teamRole}
              onChange={({ target }) => setTeamRole(target.value)}
            >
              <option value="">The team’s default role</option>
              {teamRoles.map(({ key, name: title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </>
      )}
      {body.email !== '' && (
        <Gate operation="users.create" args={[body]}>
          {({ reason }) => (reason ? <p className={style.reason}>{reason}</p> : null)}
        </Gate>
      )}
      {['email', 'name'].every((field) => errorOf(error, field) === undefined) && (
        <Problem error={error} />
      )}
    </Dialog>
  )
}
