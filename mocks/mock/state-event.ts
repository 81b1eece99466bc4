import type { Additions } from '../log/additions.ts'
import type { HistoryEntry } from '../snapshot/history-entry.ts'
import type { Change } from '../state/journal.ts'

/** What a call or a lever did to a state; or that the whole state is another one. */
export type StateEvent =
  | {
      readonly changes: readonly Change[]
      readonly additions: Additions
      readonly entry: HistoryEntry | undefined
    }
  | 'another'

/** Hears of each change of a state, once it is made. */
export type StateListener = (event: StateEvent) => void
