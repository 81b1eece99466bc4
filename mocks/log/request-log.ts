import { freeze } from '../shared/freeze.ts'
import { type AnswerKept, loggedAnswer, type LoggedAnswer } from './answer-kept.ts'
import { maskFor } from './logged-input.ts'
import type { LoggedRequest } from './logged-request.ts'
import { loggedRequest, type NotedRequest, weightOf } from './noted-request.ts'
import { RequestListeners } from './request-listeners.ts'

/** The most requests remembered. */
const most = 10_000

/** The most that they may take together, in characters of JSON. The oldest are dropped first. */
const mostWeight = 50_000_000

/** The size of the fixed parts of an entry. */
const leastWeight = 500

/** The most answers remembered: those of the newest requests. */
const mostAnswers = 1000

interface Entry {
  readonly noted: NotedRequest
  readonly weight: number
  /** Dropped before the entry is. */
  answer?: AnswerKept | undefined
  /** Made on first read. */
  logged?: LoggedRequest
}

const read = (entry: Entry): LoggedRequest => (entry.logged ??= freeze(loggedRequest(entry.noted)))

/** A request of the log with its answer. */
export interface Found {
  readonly request: LoggedRequest
  readonly answer?: LoggedAnswer
}

/** The requests that a mock answered, oldest first. */
export class RequestLog {
  readonly #listeners: RequestListeners
  #entries: Entry[] = []
  #untold: Entry[] = []
  #weight = 0

  constructor(listeners: RequestListeners) {
    this.#listeners = listeners
  }

  /** The entries, as frozen plain data. */
  get entries(): readonly LoggedRequest[] {
    return Object.freeze(this.#entries.map(read))
  }

  get length(): number {
    return this.#entries.length
  }

  get newest(): NotedRequest | undefined {
    return this.#entries.at(-1)?.noted
  }

  /** Tells the listeners of the requests that they have not heard of. */
  tellListeners(): void {
    for (const entry of this.#untold.splice(0)) this.#listeners.tell(read(entry))
  }

  /** The entry with the id, the newest if a client has sent one twice, and its answer if that is kept. */
  find(id: string): Found | undefined {
    const entry = this.#entries.findLast(({ noted }) => noted.id === id)
    if (entry === undefined) return undefined
    const { answer, noted } = entry
    const mask = maskFor(noted.authorization)
    return { request: read(entry), ...(answer && { answer: freeze(loggedAnswer(answer, mask)) }) }
  }

  add(noted: NotedRequest, answer?: AnswerKept): void {
    const weight = leastWeight + weightOf(noted)
    const entry: Entry = { noted, weight, answer }
    this.#entries.push(entry)
    const last = this.#entries.at(-mostAnswers - 1)
    if (last !== undefined) last.answer = undefined
    this.#weight += weight
    // Dropping a tenth at once keeps the cost of each addition constant.
    if (this.#entries.length > most * 1.1) this.#forgetUntil(most, Infinity)
    if (this.#weight > mostWeight) this.#forgetUntil(most, mostWeight * 0.9)
    if (!this.#listeners.isEmpty) this.#untold.push(entry)
  }

  /** Drops the oldest entries until count and weight are within the limits. Keeps the last one. */
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
