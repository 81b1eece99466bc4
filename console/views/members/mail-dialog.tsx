import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Invitation } from '../../../src/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { useConnection } from '../../mock/connection.tsx'
import { controlQueries } from '../../mock/control-queries.ts'
import { Dialog } from '../../parts/dialog.tsx'
import style from './members.module.css'

/** The e-mails that the platform would have sent for an invitation. Nothing leaves the mock. */
export function MailDialog({
  invitation: { id, email, message, sentCount, lastSentAt },
  onClose,
}: {
  readonly invitation: Invitation
  readonly onClose: () => void
}): ReactNode {
  const { data: outbox = [] } = useQuery(controlQueries.outbox(useConnection()))
  const mails = outbox.filter(({ invitation }) => invitation === id)
  return (
    <Dialog title={`E-mails to ${email}`} onClose={onClose}>
      <p>
        Sent {sentCount === 1 ? 'once' : `${sentCount} times`}, last on {dateOf(lastSentAt)}. The
        mock keeps e-mails, and sends none.
      </p>
      {mails.length === 0 && (
        <article className={style.mail}>
          {printable(message ?? 'It has no message of its own.', '\n')}
        </article>
      )}
      {mails.map((mail, index) => (
        <article key={index} className={style.mail}>
          <p className={style.soft}>{dateOf(mail.at)}</p>
          {printable(mail.message ?? 'It has no message of its own.', '\n')}
        </article>
      ))}
    </Dialog>
  )
}

/** A time as the mock's clock has it: `2026-01-05 09:00`. */
const dateOf = (time: string): string => time.slice(0, 16).replace('T', ' ')
