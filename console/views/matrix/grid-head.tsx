import type { ReactNode } from 'react'
import type { MatrixRow } from '../../../mocks/control-client/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import type { GridPresses } from './presses.ts'
import type { Track } from './tracks.ts'

/** The headings of the columns: people by name, or roles. */
export function GridHead({
  rows,
  tracks,
  width,
  active,
  onColumn,
}: Pick<GridPresses, 'onColumn'> & {
  readonly rows: readonly MatrixRow[]
  readonly tracks: readonly Track[]
  /** The width of the headings of the lines. */
  readonly width: number
  /** The column of the tab stop, if it is in this line. */
  readonly active: number | undefined
}): ReactNode {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" aria-colindex={1} style={{ width }}>
          Action
        </th>
        {tracks.map((track) => {
          const row = track.kind === 'item' ? rows[track.at] : undefined
          if (row === undefined || track.kind === 'gap') {
            return <td key={track.key} aria-hidden="true" style={{ width: track.size }} />
          }
          return (
            <th
              key={track.key}
              scope="col"
              aria-colindex={track.at + 2}
              style={{ width: track.size }}
            >
              <button
                type="button"
                tabIndex={active === track.at ? 0 : -1}
                title={titleOf(row)}
                onClick={() => onColumn(row)}
              >
                {printable(row.name)}
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

const titleOf = ({ email, text }: MatrixRow): string =>
  printable([email, text].filter(Boolean).join(': '))
