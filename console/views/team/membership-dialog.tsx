import { type ReactNode, useState } from 'react'
import type { User, UserUpdate } from '../../../src/index.ts'
import { usePeople } from '../../mock/control-queries.ts'
import { useRoles } from '../../mock/roles.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Select, TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useWrite } from '../../parts/use-write.ts'
import style from './team.module.css'

/** Adds somebody to a team, or changes a member's role in it. */
export function MembershipDialog({
  team,
  user,
  onClose,
}: {
  readonly team: string
  /** The member. Default: somebody to choose. */
  readonly user?: User
  readonly onClose: () => void
}): ReactNode {
  const { data: people = [] } = usePeople()
  const roles = useRoles().filter(({ scope, assignable }) => scope === 'team' && assignable)
  const outside = people.filter(({ teams }) => teams[team] === undefined)
  const [email, setEmail] = useState(user?.email ?? '')
  const [role, setRole] = useState(user?.teams[team] ?? '')
  const { busy, error, write } = useWrite()
  const patch: UserUpdate = { teams: { [team]: role || true } }
  const isKnown = people.some((one) => one.email === email)
  const save = async () => {
    if (await write((client) => client.users.update(email, patch), `Changed ${email} in ${team}.`))
      onClose()
  }
  return (
    <Dialog
      title={user ? `Role of ${user.name}` : 'Add member'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {isKnown ? (
            <Gate operation="users.update" args={[email, patch]}>
              {(gated) => (
                <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void save()}>
                  {user ? 'Update' : 'Add'}
                </GatedButton>
              )}
            </Gate>
          ) : (
            <Button look="primary" off title="Choose a person first.">
              Add
            </Button>
          )}
        </>
      }
    >
      {!user && (
        <>
          <TextField
            label="E-mail"
            list="outside-the-team"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
          <datalist id="outside-the-team">
            {outside.slice(0, 200).map((one) => (
              <option key={one.id} value={one.email}>
                {one.name}
              </option>
            ))}
          </datalist>
        </>
      )}
      <Select label="Role" value={role} onChange={({ target }) => setRole(target.value)}>
        {!user && <option value="">The default role</option>}
        {roles.map((one) => (
          <option key={one.key} value={one.key}>
            {one.name}
          </option>
        ))}
      </Select>
      {isKnown && (
        <Gate operation="users.update" args={[email, patch]}>
          {({ reason }) => (reason ? <p className={style.reason}>{reason}</p> : null)}
        </Gate>
      )}
      <Problem error={error} />
    </Dialog>
  )
}
