import { memo, type ReactNode } from 'react'
import type { MatrixRow } from '../../../mocks/control-client/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { Icon } from '../../parts/icon.tsx'
import { type Seen, type SeenBy, seenTexts } from './coverage.ts'
import type { GridPresses } from './presses.ts'
import type { ActionLine, Line } from './lines.ts'
import { outcomeText } from './rights.ts'
import type { Track } from './tracks.ts'

interface GridLineProps extends GridPresses {
  readonly line: Line
  /** Its place among all lines. */
  readonly at: number
  readonly rows: readonly MatrixRow[]
  readonly tracks: readonly Track[]
  readonly height: number
  /** The column of the tab stop, if it is in this line. */
  readonly active: number | undefined
  readonly seen: SeenBy | undefined
}

/** A line of the table. While the table scrolls, those that stay are left as they are. */
export const GridLine = memo(function GridLine(props: GridLineProps): ReactNode {
  const { line, at, tracks, height, active, onGroup } = props
  return (
    <tr aria-rowindex={at + 2} style={{ height }} data-group={line.kind === 'group' || undefined}>
      {line.kind === 'action' ? (
        <Cells {...props} line={line} />
      ) : (
        <th scope="row" aria-colindex={1} colSpan={tracks.length + 1}>
          <button
            type="button"
            tabIndex={active === undefined ? -1 : 0}
            aria-expanded={line.isOpen}
            onClick={() => onGroup(line)}
          >
            <Icon name={line.isOpen ? 'down' : 'right'} />
            {line.name}
            <small>
              {line.count} {line.of}
              {line.count > 1 && 's'}
            </small>
          </button>
        </th>
      )}
    </tr>
  )
})

function Cells({
  line,
  rows,
  tracks,
  active,
  seen,
  onAction,
  onCell,
}: GridLineProps & { readonly line: ActionLine }): ReactNode {
  const { action, name } = line.action
  return (
    <>
      <th scope="row" aria-colindex={1}>
        <button
          type="button"
          tabIndex={active === -1 ? 0 : -1}
          title={line.action.description}
          onClick={() => onAction(line)}
        >
          {printable(name ?? action)}
          {(seen !== undefined || name !== undefined) && (
            <small>{detailOf(line, seen?.operation(action))}</small>
          )}
        </button>
      </th>
      {tracks.map((track) => {
        const row = track.kind === 'item' ? rows[track.at] : undefined
        const cell = row?.cells[line.at]
        if (row === undefined || cell === undefined || track.kind === 'gap') {
          return <td key={track.key} aria-hidden="true" />
        }
        return (
          <td
            key={track.key}
            aria-colindex={track.at + 2}
            tabIndex={active === track.at ? 0 : -1}
            data-outcome={cell.outcome}
            title={`Rule ${printable(cell.rule)}`}
            onClick={() => onCell(line, row)}
          >
            {outcomeText(cell.outcome)}
            {seen && <small>{seenTexts[seen.rule(cell.rule)]}</small>}
          </td>
        )
      })}
    </>
  )
}

function detailOf({ action: { action, name } }: ActionLine, seen: Seen | undefined): string {
  const isCounted = seen !== undefined && seen !== 'uncounted'
  return [name === undefined ? '' : printable(action), isCounted ? seenTexts[seen] : '']
    .filter(Boolean)
    .join(' · ')
}
