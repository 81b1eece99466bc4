import type { ReactNode } from 'react'
import type { RightsMatrix } from '../../../mocks/control-client/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { Dialog } from '../../parts/dialog.tsx'
import type { PressedCell } from './cell-dialog.tsx'
import type { ActionLine } from './lines.ts'
import { OutcomeLists } from './outcome-lists.tsx'

/** Who may do an action: the people or roles of the table, by outcome, each with the rule that decides. */
export function HoldersDialog({
  matrix: { rows },
  line: { action, at },
  onCell,
  onClose,
}: {
  readonly matrix: RightsMatrix
  readonly line: ActionLine
  readonly onCell: (cell: PressedCell) => void
  readonly onClose: () => void
}): ReactNode {
  return (
    <Dialog title={`Who holds ${printable(action.name ?? action.action)}`} side onClose={onClose}>
      {action.description !== undefined && <p>{printable(action.description)}</p>}
      <OutcomeLists
        entries={rows.flatMap((row) => {
          const cell = row.cells[at]
          if (cell === undefined) return []
          const { id, name, email, text } = row
          const detail = [email, text].filter(Boolean).join(': ')
          return { ...cell, key: id, name, detail, onPress: () => onCell({ action, row }) }
        })}
      />
    </Dialog>
  )
}
