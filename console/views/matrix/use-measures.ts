import { useSyncExternalStore } from 'react'

/** The sizes of the table in pixels. */
export interface Measures {
  /** The height of a line. */
  readonly row: number
  /** The height of a line with marks of a coverage. */
  readonly marked: number
  /** The width of a column. */
  readonly column: number
  /** The height of the headings of the columns. */
  readonly head: number
  /** The width of the headings of the lines. */
  readonly first: number
}

const narrow = window.matchMedia('(width < 48rem)')

const subscribe = (changed: () => void): (() => void) => {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** Returns the sizes of the table: in step with the size of type, and smaller on a narrow screen. */
export function useMeasures(): Measures {
  const isNarrow = useSyncExternalStore(subscribe, () => narrow.matches)
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return {
    row: 2.5 * unit,
    marked: 3 * unit,
    column: (isNarrow ? 5.5 : 6.5) * unit,
    head: 3.5 * unit,
    first: (isNarrow ? 10 : 17) * unit,
  }
}
