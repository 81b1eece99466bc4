import { freeze } from '../shared/freeze.ts'
import type { LoggedRequest } from './logged-request.ts'
import { loggedRequest, type NotedRequest, weightOf } from './noted-request.ts'

/** How many requests are remembered. */
const most = 10_000

/** How much they may take all together, in characters of JSON: the oldest are forgotten before there is more. */
const mostWeight = 50_000_000

/** What each takes beside what it was sent and answered. */
const leastWeight = 500

interface Entry {
  readonly noted: NotedRequest
  readonly weight: number
  /** Made when it is first read. */
  logged?: LoggedRequest
}

const read = (entry: Entry): LoggedRequest => (entry.logged ??= freeze(loggedRequest(entry.noted)))

/** The requests that a mock answered, oldest first. */
export class RequestLog {
  #entries: Entry[] = []
  #weight = 0

  /** The entries: plain data that nobody can change. */
  get entries(): readonly LoggedRequest[] {
    return Object.freeze(this.#entries.map(read))
  }

  add(noted: NotedRequest): void {
    const weight = leastWeight + weightOf(noted)
    this.#entries.push({ noted, weight })
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
