import type { ReactNode } from 'react'
import { printable } from '../../../src/core/base/printable.ts'
import { usePeople } from '../../mock/control-queries.ts'
import { Choose } from '../../parts/choose.tsx'

/** A dialogue to choose somebody who is not in the table yet. */
export function AddPerson({
  shown,
  onChoose,
  onClose,
}: {
  /** The e-mail addresses of the people in the table. */
  readonly shown: ReadonlySet<string>
  readonly onChoose: (email: string) => void
  readonly onClose: () => void
}): ReactNode {
  const { data: people = [] } = usePeople()
  return (
    <Choose
      title="Add a person"
      label="Name or e-mail address"
      onClose={onClose}
      choices={people
        .filter(({ email }) => !shown.has(email))
        .map(({ email, name, role }) => ({
          key: email,
          text: `${printable(name)} · ${email}`,
          detail: role,
          onChoose: () => onChoose(email),
        }))}
    />
  )
}
