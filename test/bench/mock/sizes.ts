/** The kinds of calls that are timed, in turns with the other sizes. */
export const kinds = [
  'GET one',
  'a page',
  'by status',
  'PATCH one',
  'GET any',
  'PATCH any',
] as const

/** @see {@link kinds} */
export type Kind = (typeof kinds)[number]

/** What is measured once: milliseconds of processor time, and megabytes. */
export interface Whole {
  readonly ready: number
  readonly reset: number
  readonly fork: number
  readonly heap: number
  readonly process: number
}

/** What the process of a size is asked for: the calls of a turn, or what is measured once. */
export type Asked = Kind | 'whole'

/** The number of users. */
export const sizes = [1000, 10_000, 100_000, 1_000_000] as const

/** The turns of each kind of call, and the calls of a turn. */
export const turns = { warmUp: 2, number: 15, calls: 1000 } as const
