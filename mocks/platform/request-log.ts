import { freeze } from '../state/freeze.ts'
import type { LoggedRequest } from './log.ts'

/** How many requests are remembered. */
const most = 10_000

/** How much they may take all together, in characters of JSON: the oldest are forgotten before there is more. */
const mostWeight = 50_000_000

/** What each takes beside what it was sent and answered. */
const leastWeight = 500

/** The requests that a mock answered, oldest first. */
export class RequestLog {
  #entries: { readonly entry: LoggedRequest; readonly weight: number }[] = []
  #weight = 0

  /** The entries: plain data that nobody can change. */
  get entries(): readonly LoggedRequest[] {
    return Object.freeze(this.#entries.map(({ entry }) => entry))
  }

  add(entry: LoggedRequest): void {
    const weight = leastWeight + weightOf(entry)
    this.#entries.push({ entry: freeze(entry), weight })
    this.#weight += weight
    // Forgetting a tenth at once keeps the cost of each addition constant.
    if (this.#entries.length > most * 1.1) this.#forgetUntil(most, Infinity)
    if (this.#weight > mostWeight) this.#forgetUntil(most, mostWeight * 0.9)
  }

  /** Forgets the oldest until there are no more than so many, of no more than that weight; never the last. */
  #forgetUntil(count: number, weight: number): void {
    let first = Math.max(0, this.#entries.length - count)
    const dropped = this.#entries.slice(0, first)
    this.#weight -= dropped.reduce((sum, one) => sum + one.weight, 0)
    while (this.#weight > weight && first < this.#entries.length - 1) {
      this.#weight -= this.#entries[first]?.weight ?? 0
      first += 1
    }
    this.#entries = this.#entries.slice(first)
  }
}

/** Characters of what may be large in an entry. */
function weightOf({ args, query, body, decision, decisions }: LoggedRequest): number {
  const large = [args, query, body, decision, decisions].filter((part) => part !== undefined)
  return large.length === 0 ? 0 : JSON.stringify(large).length
}
