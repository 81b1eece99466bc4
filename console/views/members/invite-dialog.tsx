import { type ReactNode, useState } from 'react'
import type { InvitationCreate } from '../../../src/index.ts'
import { useWrite } from '../../parts/use-write.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextArea, TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Problem } from '../../parts/problem.tsx'
import { errorOf } from './field-error.ts'
import style from './members.module.css'
import { RoleChoice } from './role-choice.tsx'
import { useUsualRole } from './usual-role.ts'

/** Invites one address or several: role, e-mail, message. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const usual = useUsualRole()
  const [role = usual, setRole] = useState<string>()
  const [typed, setTyped] = useState('')
  const [message, setMessage] = useState('')
  const { busy, error, write } = useWrite()
  const addresses = typed.split(/[\s,;]+/).filter(Boolean)
  const bodyFor = (email: string): InvitationCreate => ({
    email,
    ...(role !== undefined && { role }),
    ...(message.trim() && { message: message.trim() }),
  })
  const [first = ''] = addresses

  const invite = async () => {
    const left = [...addresses]
    const sent = await write(
      async (client) => {
        for (const email of addresses) {
          await client.invitations.create(bodyFor(email))
          // Those that failed stay in the field.
          left.shift()
          setTyped(left.join(' '))
        }
      },
      `Invited ${addresses.join(', ')}.`,
    )
    if (sent) onClose()
  }
  return (
    <Dialog
      title="Invite member"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {first === '' ? (
            <Button look="primary" off title="Enter an e-mail address first.">
              Create
            </Button>
          ) : (
            <Gate operation="invitations.create" args={[bodyFor(first)]}>
              {(gated) => (
                <GatedButton gated={gated} look="primary" busy={busy} onClick={() => void invite()}>
                  Create
                </GatedButton>
              )}
            </Gate>
          )}
        </>
      }
    >
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault()
        }}
      >
        <TextField
          label="E-mail"
          hint="Several addresses at once: put spaces or commas between them."
          value={typed}
          error={errorOf(error, 'email')}
          onChange={({ target }) => setTyped(target.value)}
        />
        <RoleChoice chosen={role} onChoose={setRole} />
        <TextArea
          label="Message"
          value={message}
          error={errorOf(error, 'message')}
          onChange={({ target }) => setMessage(target.value)}
        />
      </form>
      {first !== '' && (
        <Gate operation="invitations.create" args={[bodyFor(first)]}>
          {({ reason }) => (reason ? <p className={style.reason}>{reason}</p> : null)}
        </Gate>
      )}
      {errorOf(error, 'email') === undefined && errorOf(error, 'message') === undefined && (
        <Problem error={error} />
      )}
    </Dialog>
  )
}
