import type { NotedRequest } from '../log/noted-request.ts'
import type { Additions } from '../log/additions.ts'
import type { HistoryEntry } from '../snapshot/history-entry.ts'
import type { Change } from '../state/journal.ts'

/** A call with what it did, to take it back. */
export interface PastCall {
  readonly entry: HistoryEntry
  readonly changes: readonly Change[]
  readonly additions: Additions
}

/** The most calls kept, unless an option says otherwise. */
export const usualLimit = 1000

/** The calls that changed a state, oldest first. */
export class History {
  readonly #limit: number
  readonly #calls: PastCall[]

  constructor(limit: number, calls: readonly PastCall[] = []) {
    this.#limit = limit
    this.#calls = [...calls]
  }

  get entries(): readonly HistoryEntry[] {
    return this.#calls.map(({ entry }) => entry)
  }

  add(call: PastCall): void {
    this.#calls.push(call)
    if (this.#calls.length > this.#limit) this.#calls.shift()
  }

  /** Takes the last call out. */
  pop(): PastCall | undefined {
    return this.#calls.pop()
  }

  /** How many calls came after the newest one with the id; undefined if there is none. */
  callsAfter(id: string): number | undefined {
    const at = this.#calls.findLastIndex(({ entry }) => entry.id === id)
    return at === -1 ? undefined : this.#calls.length - 1 - at
  }

  /** A history of the same length, without calls. */
  empty(): History {
    return new History(this.#limit)
  }

  copy(): History {
    return new History(this.#limit, this.#calls)
  }
}

/**
 * The entry of a call; undefined if it reached no operation.
 *
 * @param at - The time of its change.
 */
export function entryOf(
  { id, operation, actor }: NotedRequest,
  at: string,
): HistoryEntry | undefined {
  if (operation === undefined) return undefined
  return { id, at, operation, ...(actor !== undefined && { actor }) }
}
