import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import style from './log.module.css'
import { LogGroup, LogLine } from './log-line.tsx'
import type { Line } from './lines.ts'

const rowHeight = 32

const columns = [
  ['Time', true],
  ['Who', 'roomy'],
  ['Call', false],
  ['Status', false],
  ['Rule', true],
  ['ms', true],
] as const

/**
 * The requests, the newest at the end. It follows the end unless somebody has scrolled up. Only the lines in view are
 * in the page, and the one with the focus.
 */
export function LogList({
  lines,
  chosen,
  hrefFor,
  onToggle,
}: {
  readonly lines: readonly Line[]
  /** The id of the request that is shown in detail. */
  readonly chosen: string
  readonly hrefFor: (id: string) => string
  /** Opens or closes a line of several questions. */
  readonly onToggle: (id: string) => void
}): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<string>()
  // The last line that was seen: undefined while the list follows the end.
  const [left, setLeft] = useState<string>()
  const count = lines.length
  const focusedAt = focused === undefined ? -1 : lines.findIndex(({ key }) => key === focused)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    getItemKey: (index) => lines[index]?.key ?? index,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      if (focusedAt === -1 || shown.includes(focusedAt)) return shown
      return [...shown, focusedAt].toSorted((one, other) => one - other)
    },
  })
  const follows = left === undefined
  const last = lines.at(-1)?.key
  useEffect(() => {
    if (follows && count > 0) virtual.scrollToIndex(count - 1, { align: 'end' })
  }, [follows, count, last, virtual])
  const leftAt = follows ? -1 : lines.findIndex(({ key }) => key === left)
  const fresh = leftAt === -1 ? 0 : count - 1 - leftAt

  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key } = event
    const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-index]') : null
    const at = row === null ? (key === 'ArrowUp' ? count : -1) : Number(row.dataset.index)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key]
    if (next === undefined || next < 0 || next >= count) return
    event.preventDefault()
    virtual.scrollToIndex(next, { align: 'auto' })
    // The line may have to be rendered first.
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-index="${next}"] :is(a, button)`)?.focus(),
    )
  }

  return (
    <div className={style.list}>
      <div
        ref={frame}
        className={style.frame}
        // A part of the page that scrolls must be reachable by the keyboard.
        tabIndex={0}
        role="region"
        aria-label="Requests, lines"
        onKeyDown={move}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          const isAtEnd = scrollHeight - scrollTop - clientHeight < rowHeight
          if (isAtEnd !== follows) setLeft(isAtEnd ? undefined : last)
        }}
        onFocus={({ target }) => setFocused(target.closest<HTMLElement>('[data-key]')?.dataset.key)}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (!currentTarget.contains(relatedTarget)) setFocused(undefined)
        }}
      >
        <div
          role="table"
          aria-label="Requests"
          aria-rowcount={count + 1}
          aria-colcount={columns.length}
        >
          <div role="rowgroup" className={style.head}>
            <div role="row" aria-rowindex={1} className={style.row}>
              {columns.map(([name, wideOnly]) => (
                <div key={name} role="columnheader" data-wide-only={wideOnly || undefined}>
                  {name}
                </div>
              ))}
            </div>
          </div>
          <div role="rowgroup" className={style.body} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, key, start }) => {
              const line = lines[index]
              if (line === undefined) return null
              return (
                <div
                  key={key}
                  role="row"
                  aria-rowindex={index + 2}
                  aria-current={line.key === chosen || undefined}
                  data-index={index}
                  data-key={line.key}
                  className={style.row}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {line.group ? (
                    <LogGroup line={line} onToggle={onToggle} />
                  ) : (
                    <LogLine seen={line.seen} href={hrefFor(line.seen.request.id)} />
                  )}
                </div>
              )
            })}
          </div>
        </div>
      </div>
      {fresh > 0 && (
        <Button className={style.fresh} icon="down" onClick={() => setLeft(undefined)}>
          {fresh} new
        </Button>
      )}
    </div>
  )
}
