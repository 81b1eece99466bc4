import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react'
import { Cells, type Column } from './cells.tsx'
import style from './data-table.module.css'
import { rowsInSteps } from './rows-in-steps.ts'
import { Slots } from './slots.ts'

/** Props of {@link DataTable}. */
export interface DataTableProps<T> {
  /** What the rows are, for screen readers: `Members`. */
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  /**
   * Whether no cell takes more than a line, or keeps a state once the focus has left it. Such rows need no measuring,
   * and pass their elements on to those that scroll in: a long table scrolls more smoothly.
   */
  readonly oneLine?: boolean
  /** The key of the row that is shown in detail. */
  readonly chosen?: string | undefined
  /** How many rows there are, if `rows` are the first of more. */
  readonly total?: number
  /** Called when the last rows come near, to load more. */
  readonly onEnd?: () => void
}

/** The height of a row of one line in pixels, at the size of type that the reader has chosen. */
const rowHeight = (): number =>
  2.5 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/**
 * A table of any length. Only the rows in view are in the page, and the one with the focus, so that it is never
 * lost. The arrow keys move from a control to the same one in the next row.
 */
export function DataTable<T>({
  label,
  columns,
  rows,
  keyOf,
  oneLine = false,
  chosen,
  total = rows.length,
  onEnd,
}: DataTableProps<T>): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<number>()
  const [height] = useState(rowHeight)
  const [slots] = useState(() => new Slots())
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: 2,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : keyOf(row)
    },
    rangeExtractor: (range) => {
      const shown = rowsInSteps(range)
      if (range.endIndex >= rows.length - 20 && rows.length < total) onEnd?.()
      if (focused === undefined || focused >= rows.length || shown.includes(focused)) return shown
      return [...shown, focused].toSorted((one, other) => one - other)
    },
  })

  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    const { target } = event
    if (
      step === undefined ||
      !(target instanceof HTMLElement) ||
      target.matches('select, textarea') ||
      target.closest('dialog, [popover]')
    )
      return
    const row = target.closest<HTMLElement>('[data-index]')
    if (row === null) return
    event.preventDefault()
    const at = Number(row.dataset.index)
    const next = Math.min(rows.length - 1, Math.max(0, at + step))
    const place = controlsIn(row).indexOf(target)
    virtual.scrollToIndex(next, { align: 'auto' })
    // The row may have to be rendered first.
    requestAnimationFrame(() => {
      const there = frame.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)
      if (there) controlsIn(there).at(place)?.focus()
    })
  }

  // A row that was removed takes the focus with it: the row in its place gets it.
  useEffect(() => {
    if (focused === undefined || document.activeElement !== document.body) return
    const next = Math.min(focused, rows.length - 1)
    const row = frame.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)
    const control = row ? controlsIn(row).at(-1) : undefined
    ;(control ?? frame.current)?.focus()
  }, [focused, rows])

  const items = virtual.getVirtualItems()
  const places = oneLine
    ? slots.assign(
        items.map(({ index }) => index),
        (index) => rows[index] && keyOf(rows[index]),
      )
    : undefined

  const tracks: CSSProperties & { '--tracks': string; '--tracks-narrow': string } = {
    '--tracks': columns.map(({ width }) => width).join(' '),
    '--tracks-narrow': columns.flatMap(({ width, wideOnly }) => (wideOnly ? [] : width)).join(' '),
  }
  return (
    <div
      ref={frame}
      className={style.frame}
      // A part of the page that scrolls must be reachable by the keyboard.
      tabIndex={0}
      role="region"
      aria-label={`${label}, rows`}
      style={tracks}
      onKeyDown={move}
      onFocus={({ target }) => {
        const index = target.closest<HTMLElement>('[data-index]')?.dataset.index
        setFocused(index === undefined ? undefined : Number(index))
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setFocused(undefined)
      }}
    >
      <div role="table" aria-label={label} aria-rowcount={total + 1} aria-colcount={columns.length}>
        <div role="rowgroup" className={style.head}>
          <div role="row" aria-rowindex={1} className={style.row}>
            {columns.map(({ name, nameHidden, wideOnly }) => (
              <div key={name} role="columnheader" data-wide-only={wideOnly || undefined}>
                <span className={nameHidden ? 'visually-hidden' : undefined}>{name}</span>
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={style.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start }, at) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <div
                key={places?.[at] ?? key}
                ref={oneLine ? undefined : virtual.measureElement}
                role="row"
                aria-rowindex={index + 2}
                aria-current={keyOf(row) === chosen || undefined}
                data-index={index}
                data-one-line={oneLine || undefined}
                className={style.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Cells columns={columns} row={row} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

const controlsIn = (row: HTMLElement): HTMLElement[] => [
  ...row.querySelectorAll<HTMLElement>('a, button:not([role=menuitem]), input, select'),
]
