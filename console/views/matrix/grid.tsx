import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { RightsMatrix } from '../../../mocks/control-client/index.ts'
import type { SeenBy } from './coverage.ts'
import { GridHead } from './grid-head.tsx'
import { GridLine } from './grid-line.tsx'
import style from './grid.module.css'
import type { Line } from './lines.ts'
import { nextPlace, type Place, within } from './place.ts'
import type { GridPresses } from './presses.ts'
import { tracksOf } from './tracks.ts'
import { useMeasures } from './use-measures.ts'

/** Props of {@link Grid}. */
export interface GridProps extends GridPresses {
  readonly matrix: RightsMatrix
  readonly lines: readonly Line[]
  /** Marks what a coverage has seen. */
  readonly seen: SeenBy | undefined
}

/**
 * The table: actions by people or roles. Both headings stay while it scrolls, and only what is in view is in
 * the page. It is one stop of the Tab key; the arrows move in it.
 */
export function Grid({ matrix, lines, seen, ...presses }: GridProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Place>({ line: 0, column: 0 })
  const moved = useRef(false)
  const columns = matrix.rows
  const size = { lines: lines.length, columns: columns.length }
  const place = within(active, size)
  const { row, marked, column, head, first } = useMeasures()
  const height = seen ? marked : row

  const down = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    getItemKey: (at) => lines[at]?.key ?? at,
    rangeExtractor: (range) => withPlace(range, place.line),
    overscan: 1,
    // The headings stand before the lines, and above them.
    scrollPaddingEnd: head,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => frame.current,
    estimateSize: () => column,
    getItemKey: (at) => columns[at]?.id ?? at,
    rangeExtractor: (range) => withPlace(range, place.column),
    overscan: 0,
    scrollPaddingEnd: first,
  })
  useEffect(() => {
    down.measure()
    across.measure()
  }, [down, across, height, column])

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    frame.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  })

  const press = (event: KeyboardEvent): void => {
    const { target, key } = event
    if (target instanceof HTMLTableCellElement && (key === 'Enter' || key === ' ')) {
      event.preventDefault()
      target.click()
    }
    const line = lines[place.line]
    const turn = { ArrowLeft: true, ArrowRight: false }[key]
    if (line?.kind === 'group' && turn !== undefined) {
      event.preventDefault()
      if (line.isOpen === turn) presses.onGroup(line)
      return
    }
    const next = nextPlace(place, event, size)
    if (next === undefined) return
    event.preventDefault()
    moved.current = true
    setActive(next)
    if (next.line >= 0) down.scrollToIndex(next.line)
    if (next.column >= 0) across.scrollToIndex(next.column)
  }

  const tracks = tracksOf(across.getVirtualItems(), across.getTotalSize())
  return (
    <div ref={frame} className={style.frame}>
      <table
        role="grid"
        className={style.table}
        style={{ width: first + across.getTotalSize() }}
        aria-label={`Who may do what on ${matrix.resource.name}`}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={press}
        onFocus={({ target }) => setActive(placeOf(target, place))}
      >
        <GridHead
          rows={columns}
          tracks={tracks}
          width={first}
          active={place.line < 0 ? place.column : undefined}
          onColumn={presses.onColumn}
        />
        <tbody>
          {tracksOf(down.getVirtualItems(), down.getTotalSize()).map((track) => {
            const line = track.kind === 'item' ? lines[track.at] : undefined
            if (line === undefined || track.kind === 'gap') {
              return <tr key={track.key} aria-hidden="true" style={{ height: track.size }} />
            }
            return (
              <GridLine
                key={track.key}
                line={line}
                at={track.at}
                rows={columns}
                tracks={tracks}
                height={track.size}
                active={place.line === track.at ? place.column : undefined}
                seen={seen}
                {...presses}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What is in view, and the place of the tab stop: the focus is never lost. */
function withPlace(range: Range, at: number): number[] {
  const shown = defaultRangeExtractor(range)
  if (at < 0 || at >= range.count || shown.includes(at)) return shown
  return [...shown, at].toSorted((one, other) => one - other)
}

/** The place of a cell that has got the focus. The heading of a group is in all columns. */
function placeOf(target: Element, before: Place): Place {
  const cell = target.closest('th, td')
  const line = Number(cell?.closest('tr')?.ariaRowIndex ?? before.line + 2) - 2
  const isGroup = cell?.closest('[data-group]') !== null
  const column = isGroup ? before.column : Number(cell?.ariaColIndex ?? before.column + 2) - 2
  return line === before.line && column === before.column ? before : { line, column }
}
