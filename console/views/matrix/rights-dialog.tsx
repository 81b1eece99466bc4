import type { ReactNode } from 'react'
import type { MatrixRow, RightsMatrix } from '../../../mocks/control-client/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { Dialog } from '../../parts/dialog.tsx'
import type { PressedCell } from './cell-dialog.tsx'
import { OutcomeLists } from './outcome-lists.tsx'

/** What a person or a role may do: the actions by outcome, each with the rule that decides. */
export function RightsDialog({
  matrix: { actions },
  row,
  onCell,
  onClose,
}: {
  readonly matrix: RightsMatrix
  readonly row: MatrixRow
  readonly onCell: (cell: PressedCell) => void
  readonly onClose: () => void
}): ReactNode {
  return (
    <Dialog title={`What ${printable(row.name)} has`} side onClose={onClose}>
      {row.text !== undefined && <p>{printable(row.text)}</p>}
      <OutcomeLists
        entries={actions.flatMap((action, at) => {
          const cell = row.cells[at]
          if (cell === undefined) return []
          const { action: key, name } = action
          const detail = name === undefined ? '' : key
          return { ...cell, key, name: name ?? key, detail, onPress: () => onCell({ action, row }) }
        })}
      />
    </Dialog>
  )
}
