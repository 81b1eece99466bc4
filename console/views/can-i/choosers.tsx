import type { ReactNode } from 'react'
import { printable } from '../../../src/core/base/printable.ts'
import { usePeople } from '../../mock/control-queries.ts'
import { Choose } from '../../parts/choose.tsx'
import type { Operation } from './operations.ts'

/** A dialogue to choose who would make the call. */
export function ChoosePerson({
  onChoose,
  onClose,
}: {
  readonly onChoose: (email: string) => void
  readonly onClose: () => void
}): ReactNode {
  const { data: people = [] } = usePeople()
  return (
    <Choose
      title="Who would make the call"
      label="Name or e-mail address"
      onClose={onClose}
      choices={people.map(({ email, name, text, role }) => ({
        key: email,
        text: printable(`${name} · ${email}`),
        detail: text ?? role,
        onChoose: () => onChoose(email),
      }))}
    />
  )
}

/** A dialogue to choose the call. */
export function ChooseOperation({
  operations,
  onChoose,
  onClose,
}: {
  readonly operations: readonly Operation[]
  readonly onChoose: (operation: Operation) => void
  readonly onClose: () => void
}): ReactNode {
  return (
    <Choose
      title="Which call"
      label="Operation"
      onClose={onClose}
      choices={operations.map((operation) => ({
        key: operation.id,
        text: operation.id,
        detail: operation.summary,
        onChoose: () => onChoose(operation),
      }))}
    />
  )
}
