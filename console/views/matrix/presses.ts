import type { MatrixRow } from '../../../mocks/control-client/index.ts'
import type { ActionLine, GroupLine } from './lines.ts'

/** What a press in the table opens. */
export interface GridPresses {
  readonly onCell: (line: ActionLine, column: MatrixRow) => void
  readonly onAction: (line: ActionLine) => void
  readonly onColumn: (column: MatrixRow) => void
  readonly onGroup: (line: GroupLine) => void
}
