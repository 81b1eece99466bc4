import { type ReactNode, useMemo } from 'react'

/** A column of a table. */
export interface Column<T> {
  readonly name: string
  /** Hides the heading from the eye, such as that of a column of buttons. */
  readonly nameHidden?: boolean
  /** Its width, as a track of a CSS grid: `12rem`, `minmax(10rem, 1fr)`. */
  readonly width: string
  readonly cell: (row: T) => ReactNode
  /** Whether its cells name their rows. */
  readonly heads?: boolean
  /** Whether a text that is too long is cut, with an ellipsis, instead of making the row taller. */
  readonly cut?: boolean
  /** Whether a narrow screen leaves it out. */
  readonly wideOnly?: boolean
}

/** The cells of a row. While the table scrolls, those that stay are not made again. */
export function Cells<T>({
  columns,
  row,
}: {
  readonly columns: readonly Column<T>[]
  readonly row: T
}): ReactNode {
  return useMemo(
    () =>
      columns.map(({ name, cell, heads, cut, wideOnly }) => (
        <div
          key={name}
          role={heads ? 'rowheader' : 'cell'}
          data-cut={cut || undefined}
          data-wide-only={wideOnly || undefined}
        >
          {cell(row)}
        </div>
      )),
    [columns, row],
  )
}
