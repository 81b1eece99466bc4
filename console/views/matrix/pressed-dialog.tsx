import type { ReactNode } from 'react'
import type { MatrixRow, RightsMatrix } from '../../../mocks/control-client/index.ts'
import { useSearchValue } from '../../routing/search.ts'
import { AddPerson } from './add-person.tsx'
import { CellDialog, type PressedCell } from './cell-dialog.tsx'
import { ChooseResource } from './choose-resource.tsx'
import { HoldersDialog } from './holders-dialog.tsx'
import type { ActionLine } from './lines.ts'
import { RightsDialog } from './rights-dialog.tsx'
import { resourceText, type Subject } from './use-matrix.ts'

/** What was pressed, and is open. */
export type Pressed =
  | { readonly kind: 'cell'; readonly cell: PressedCell }
  | { readonly kind: 'action'; readonly line: ActionLine }
  | { readonly kind: 'column'; readonly row: MatrixRow }
  | { readonly kind: 'resource' }
  | { readonly kind: 'person' }

/** The dialogue of what was pressed. */
export function PressedDialog({
  pressed,
  matrix,
  subject: { resource, added },
  onPress,
}: {
  readonly pressed: Pressed
  readonly matrix: RightsMatrix
  readonly subject: Subject
  readonly onPress: (pressed: Pressed | undefined) => void
}): ReactNode {
  const [, setResource] = useSearchValue('on', { step: true })
  const [, setPeople] = useSearchValue('people')
  const onCell = (cell: PressedCell) => onPress({ kind: 'cell', cell })
  const onClose = () => onPress(undefined)
  switch (pressed.kind) {
    case 'cell':
      return <CellDialog cell={pressed.cell} resource={resource} onClose={onClose} />
    case 'action':
      return <HoldersDialog matrix={matrix} line={pressed.line} {...{ onCell, onClose }} />
    case 'column':
      return <RightsDialog matrix={matrix} row={pressed.row} {...{ onCell, onClose }} />
    case 'resource':
      return (
        <ChooseResource
          onChoose={(type, id) => setResource(resourceText({ type, id }))}
          onClose={onClose}
        />
      )
    case 'person':
      return (
        <AddPerson
          shown={new Set(matrix.rows.flatMap(({ email }) => email ?? []))}
          onChoose={(email) => setPeople([...added, email].join(','))}
          onClose={onClose}
        />
      )
  }
}
