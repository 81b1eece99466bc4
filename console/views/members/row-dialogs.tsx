import type { ReactNode } from 'react'
import type { ShownRole } from '../../mock/roles.ts'
import { Details } from './details.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { MailDialog } from './mail-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import type { Opened } from './row-actions.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import type { Row } from './use-members.ts'

/** What is open above a row. */
export function RowDialogs({
  row,
  open,
  roles,
  onClose,
}: {
  readonly row: Row
  readonly open: Opened
  readonly roles: readonly ShownRole[]
  readonly onClose: () => void
}): ReactNode {
  const { user, invitation } = row
  switch (open) {
    case 'details':
      return <Details row={row} roles={roles} onClose={onClose} />
    case 'edit':
      return user && <EditDialog user={user} onClose={onClose} />
    case 'remove':
      return user && <RemoveDialog user={user} onClose={onClose} />
    case 'transfer':
      return user && <TransferDialog user={user} onClose={onClose} />
    case 'mail':
      return invitation && <MailDialog invitation={invitation} onClose={onClose} />
  }
}
