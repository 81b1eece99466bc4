import { digest } from '../state/hash.ts'
import { Audit } from './audit.ts'
import type { Kept } from './kept.ts'
import { LastSeen } from './last-seen.ts'
import type { LoggedRequest } from './logged-request.ts'
import type { NotedRequest } from './noted-request.ts'
import { Recent } from './recent.ts'
import { RequestListeners } from './request-listeners.ts'
import { RequestLog } from './request-log.ts'

/** An e-mail that the platform would have sent. */
export interface Mail {
  /** By the mock's clock, ISO 8601. */
  readonly at: string
  /** The recipient's e-mail address. */
  readonly to: string
  /** The id of the invitation, or of the project entry, that it is about. */
  readonly invitation: string
  /** The message of the person who invites, if any. */
  readonly message?: string
}

/** The most mails. The oldest are dropped first. */
const limit = 10_000

/** The mock's memory of its calls. It is not part of the platform's state. */
export class Log {
  readonly #seed: string
  readonly #requests: RequestLog
  readonly #outbox: Mail[]
  readonly #kept: Recent<Kept>
  /** The calls that people made or tried. */
  readonly audit: Audit
  readonly lastSeen: LastSeen
  #count: number

  constructor(seed: string, listeners = new RequestListeners(), original?: Log) {
    this.#seed = seed
    this.#requests = new RequestLog(listeners)
    this.audit = original ? original.audit.fork() : new Audit(seed)
    this.lastSeen = original ? original.lastSeen.fork() : new LastSeen()
    this.#outbox = original ? original.#outbox.slice() : []
    this.#kept = original ? original.#kept.fork() : new Recent()
    this.#count = original ? original.#count : 0
  }

  /** A log that goes on from the same memory, but for the requests: it begins without any. */
  fork(listeners?: RequestListeners): Log {
    return new Log(this.#seed, listeners, this)
  }

  get outbox(): readonly Mail[] {
    return this.#outbox
  }

  send(mail: Mail): void {
    this.#outbox.push(mail)
    // Dropping a tenth at once keeps the cost of each addition constant.
    if (this.#outbox.length > limit * 1.1) this.#outbox.splice(0, limit * 0.1)
  }

  get requests(): readonly LoggedRequest[] {
    return this.#requests.entries
  }

  /** A new id for a request. */
  nextId(): string {
    this.#count += 1
    return `req_${digest(`${this.#seed}/request/${this.#count}`, 20)}`
  }

  add(noted: NotedRequest): void {
    this.#requests.add(noted)
  }

  /** The kept answer for an idempotency key. */
  kept(scope: string): Kept | undefined {
    return this.#kept.get(scope)
  }

  keep(scope: string, kept: Kept): void {
    this.#kept.set(scope, kept)
  }
}
