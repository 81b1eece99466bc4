import { digest } from '../state/hash.ts'
import type { Additions } from './additions.ts'
import type { AnswerKept } from './answer-kept.ts'
import { Audit, type AuditJson, type AuditRecord } from './audit.ts'
import type { Kept } from './kept.ts'
import { LastSeen } from './last-seen.ts'
import type { LoggedRequest } from './logged-request.ts'
import type { NotedRequest } from './noted-request.ts'
import { Recent } from './recent.ts'
import type { Mail } from './mail.ts'
import { RequestListeners } from './request-listeners.ts'
import { type Found, RequestLog } from './request-log.ts'

/** The most mails. The oldest are dropped first. */
const limit = 10_000

/** A log as JSON, without its requests. */
export interface LogJson {
  /** How many requests were given an id. */
  readonly requests: number
  readonly audit: AuditJson
  readonly outbox: readonly Mail[]
  readonly kept: readonly (readonly [scope: string, kept: Kept])[]
  readonly lastSeen: readonly (readonly [id: string, users: ReadonlySet<string>])[]
}

/** The mock's memory of its calls. It is not part of the platform's state. */
export class Log {
  readonly #seed: string
  readonly #requests: RequestLog
  #outbox: Mail[] = []
  #kept = new Recent<Kept>()
  #audit: Audit
  #lastSeen = new LastSeen()
  #count = 0
  #additions: Additions | undefined

  constructor(seed: string, listeners = new RequestListeners()) {
    this.#seed = seed
    this.#requests = new RequestLog(listeners)
    this.#audit = new Audit(seed)
  }

  static from(seed: string, json: LogJson): Log {
    const log = new Log(seed)
    log.#count = json.requests
    log.#audit = Audit.from(seed, json.audit)
    log.#outbox = [...json.outbox]
    for (const [scope, kept] of json.kept) log.#kept.set(scope, kept)
    for (const [id, users] of json.lastSeen) log.#lastSeen.add(id, users)
    return log
  }

  /** A log that goes on from the same memory, but for the requests: it begins without any. */
  fork(listeners?: RequestListeners): Log {
    const log = new Log(this.#seed, listeners)
    log.#count = this.#count
    log.#audit = this.#audit.fork()
    log.#outbox = [...this.#outbox]
    log.#kept = this.#kept.fork()
    log.#lastSeen = this.#lastSeen.fork()
    return log
  }

  get outbox(): readonly Mail[] {
    return this.#outbox
  }

  get requests(): readonly LoggedRequest[] {
    return this.#requests.entries
  }

  /** How many requests `requests` has. */
  get length(): number {
    return this.#requests.length
  }

  /** The last answered request. */
  get newest(): NotedRequest | undefined {
    return this.#requests.newest
  }

  /** The calls that people made or tried. */
  get audit(): Audit {
    return this.#audit
  }

  /** How many requests were given an id. */
  get count(): number {
    return this.#count
  }

  /** A new id for a request. */
  nextId(): string {
    this.#count += 1
    return `req_${digest(`${this.#seed}/request/${this.#count}`, 20)}`
  }

  tellListeners(): void {
    this.#requests.tellListeners()
  }

  /** The newest request with the id, with its answer if that is among the newest 1,000. */
  find(id: string): Found | undefined {
    return this.#requests.find(id)
  }

  add(noted: NotedRequest, answer?: AnswerKept): void {
    this.#requests.add(noted, answer)
  }

  addAudit(record: AuditRecord): void {
    this.#audit.add(record)
    this.#additions?.audit.push(record)
  }

  send(mail: Mail): void {
    this.#outbox.push(mail)
    this.#additions?.mails.push(mail)
    // Dropping a tenth at once keeps the cost of each addition constant.
    if (this.#outbox.length > limit * 1.1) this.#outbox.splice(0, limit * 0.1)
  }

  /** The kept answer for an idempotency key. */
  kept(scope: string): Kept | undefined {
    return this.#kept.get(scope)
  }

  keep(scope: string, kept: Kept): void {
    this.#kept.set(scope, kept)
    this.#additions?.kept.push([scope, kept])
  }

  /** Notes who could see a resource when it was deleted. */
  noteSeen(id: string, users: ReadonlySet<string>): void {
    this.#lastSeen.add(id, users)
    this.#additions?.lastSeen.push([id, users])
  }

  wasSeen(id: string, user: string): boolean {
    return this.#lastSeen.wasSeen(id, user)
  }

  /** Runs work, and collects what it adds, beside requests. */
  watch<T>(work: () => T): { readonly result: T; readonly additions: Additions } {
    const additions: Additions = { audit: [], mails: [], kept: [], lastSeen: [] }
    this.#additions = additions
    try {
      return { result: work(), additions }
    } finally {
      this.#additions = undefined
    }
  }

  /** Adds what the same call added to the log of another mock. */
  adopt({ audit, mails, kept, lastSeen }: Additions, requests: number): void {
    this.#count = requests
    for (const record of audit) this.addAudit(record)
    for (const mail of mails) this.send(mail)
    for (const [scope, answer] of kept) this.keep(scope, answer)
    for (const [id, users] of lastSeen) this.noteSeen(id, users)
  }

  /** Takes out what a call added. Who saw resources that exist again does no harm. */
  withdraw({ audit, mails, kept }: Additions): void {
    if (audit.length > 0) this.#audit.withdraw(new Set(audit))
    if (mails.length > 0) this.#outbox = this.#outbox.filter((mail) => !mails.includes(mail))
    for (const [scope] of kept) this.#kept.delete(scope)
  }

  toJSON(): LogJson {
    return {
      requests: this.#count,
      audit: this.#audit.toJSON(),
      outbox: [...this.#outbox],
      kept: [...this.#kept],
      lastSeen: [...this.#lastSeen],
    }
  }
}
