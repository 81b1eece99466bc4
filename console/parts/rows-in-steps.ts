import type { Range } from '@tanstack/react-virtual'

/** So many rows come into the page at once: most frames of a scroll then change nothing in it. */
const step = 4

/** The numbers of the rows to have in the page: those in view, and some around them. */
export function rowsInSteps({ startIndex, endIndex, overscan, count }: Range): number[] {
  const first = Math.max(0, Math.floor((startIndex - overscan) / step) * step)
  const end = Math.min(count, Math.ceil((endIndex + overscan + 1) / step) * step)
  return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at)
}
