import type { ReactNode } from 'react'
import { useActor } from '../../mock/actor.tsx'
import { useOffers } from '../../mock/offers.ts'
import { useRoles } from '../../mock/roles.ts'
import type { Write } from '../../parts/use-write.ts'
import { ActionsMenu } from '../../parts/actions-menu.tsx'
import { MenuAction, MenuChoice } from '../../parts/menu-action.tsx'
import type { Row } from './use-members.ts'

/** What is open above a row. */
export type Opened = 'details' | 'edit' | 'remove' | 'mail' | 'transfer'

/** What can be done with a row. */
export function RowActions({
  row,
  onOpen,
  write,
}: {
  readonly row: Row
  readonly onOpen: (what: Opened) => void
  readonly write: Write['write']
}): ReactNode {
  return (
    <ActionsMenu label={`Actions for ${row.name}`}>
      <Items row={row} write={write} onOpen={onOpen} />
    </ActionsMenu>
  )
}

/** The items ask what they need when the menu opens, and no earlier. */
function Items({
  row: { email, user, invitation, status, role },
  write,
  onOpen,
}: Parameters<typeof RowActions>[0]): ReactNode {
  const offers = useOffers()
  const { become } = useActor()
  const isInvited = invitation?.status === 'pending'
  return (
    <>
      <MenuChoice onChoose={() => onOpen('details')}>Details</MenuChoice>
      {user?.type === 'human' && (
        <MenuChoice onChoose={() => become(email)}>{`Act as ${email}`}</MenuChoice>
      )}
      {user && <EditItem email={email} role={role} onChoose={() => onOpen('edit')} />}
      {isInvited && offers('invitations.resend') && (
        <MenuAction
          operation="invitations.resend"
          args={[invitation.id]}
          onChoose={() =>
            void write(
              (client) => client.invitations.resend(invitation.id),
              `Sent the invitation to ${email} again.`,
            )
          }
        >
          Resend invite
        </MenuAction>
      )}
      {invitation && <MenuChoice onChoose={() => onOpen('mail')}>See the e-mail</MenuChoice>}
      {user && offers('users.update', 'paused') && (
        <MenuAction
          operation="users.update"
          args={[email, { paused: !user.paused }]}
          onChoose={() =>
            void write(
              (client) => client.users.update(email, { paused: !user.paused }),
              user.paused ? `Resumed ${email}.` : `Paused ${email}.`,
            )
          }
        >
          {user.paused ? 'Resume' : 'Pause'}
        </MenuAction>
      )}
      {user && offers('organization.transferOwnership') && status === 'Active' && (
        <MenuAction
          operation="organization.transferOwnership"
          args={[{ to: email }]}
          onChoose={() => onOpen('transfer')}
        >
          Make owner
        </MenuAction>
      )}
      {isInvited && offers('invitations.withdraw') && (
        <MenuAction
          danger
          operation="invitations.withdraw"
          args={[invitation.id]}
          onChoose={() =>
            void write(
              (client) => client.invitations.withdraw(invitation.id),
              `Withdrew the invitation of ${email}.`,
            )
          }
        >
          Remove invite
        </MenuAction>
      )}
      {user && !isInvited && offers('users.remove') && (
        <RemoveItem email={email} onChoose={() => onOpen('remove')} />
      )}
    </>
  )
}

/** Off if no other role can be given. Memberships of teams are asked one by one, where they are edited. */
function EditItem({
  email,
  role,
  onChoose,
}: {
  readonly email: string
  readonly role: string | undefined
  readonly onChoose: () => void
}): ReactNode {
  const offers = useOffers()
  const other = useRoles().find(
    ({ key, scope, assignable }) => scope === 'organization' && assignable && key !== role,
  )
  if (!offers('users.update', 'role') || other === undefined || offers('users.update', 'teams')) {
    return <MenuChoice onChoose={onChoose}>Edit</MenuChoice>
  }
  return (
    <MenuAction operation="users.update" args={[email, { role: other.key }]} onChoose={onChoose}>
      Edit
    </MenuAction>
  )
}

/** Where projects have owners, they are handed over first, in the dialogue. */
function RemoveItem({
  email,
  onChoose,
}: {
  readonly email: string
  readonly onChoose: () => void
}): ReactNode {
  const offers = useOffers()
  if (offers('projects.transferOwnership')) {
    return (
      <MenuChoice danger onChoose={onChoose}>
        Remove user
      </MenuChoice>
    )
  }
  return (
    <MenuAction danger operation="users.remove" args={[email]} onChoose={onChoose}>
      Remove user
    </MenuAction>
  )
}
