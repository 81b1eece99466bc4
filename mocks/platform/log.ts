import type { Decision, ProblemCode } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { digest } from '../state/hash.ts'
import type { About } from './about.ts'
import { Audit } from './audit.ts'
import { LastSeen } from './last-seen.ts'
import type { Answer } from '../message/message.ts'
import type { NamedIds } from './named-ids.ts'
import { RequestLog } from './request-log.ts'

/**
 * One request that the mock answered: plain data, frozen. It holds no token: what looks like one, and
 * what is secret by its name, is masked, and headers are left out. Texts are cut at 1,000 characters,
 * and a body or a query of more than 10,000 is left out.
 */
export interface LoggedRequest {
  /** The request's id, as its answer's `X-Request-Id` says. */
  readonly id: string
  /** By the mock's clock, ISO 8601. */
  readonly at: string
  /** The e-mail address of whoever asked, if they were signed in; `enforcement-point` for one. */
  readonly actor?: string
  /** Missing for a path or method that is not in the API. */
  readonly operation?: OperationId
  /** As it was sent: a HEAD is answered as the GET of its operation. */
  readonly method: string
  readonly path: string
  /**
   * The call's arguments, as `client.call(operation, ...args)` takes them: path arguments, then the
   * body or the query where one was sent. Missing where there is no operation, and where the body or
   * the query can't be read or is left out.
   */
  readonly args?: readonly unknown[]
  /** The query as it was sent, by name; a list where a name is given several times. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>
  /** The body: its JSON, or its text where it is none. */
  readonly body?: unknown
  readonly status: number
  /** Given for a repeat by `Idempotency-Key`, which did nothing again. */
  readonly replayed?: true
  /** The problem's code, for a refused call. */
  readonly code?: ProblemCode
  /**
   * The whole decision, however little of it the caller was told: why a call is denied, or what a
   * question was answered (`client.can`, `access.evaluate`).
   */
  readonly decision?: Decision
  /**
   * The same for each question of `access.evaluateAll`, in their order. Where finding the reasons of
   * all takes too long, and nobody asked for them, the `text` of the later denials says that they are
   * left out, and `rule` may be empty.
   */
  readonly decisions?: readonly Decision[]
  /** What the caller was not told: whether a 404 was for something hidden, what broke inside, what is not kept of a long body. */
  readonly note?: string
}

/** An e-mail that the platform would have sent. */
export interface Mail {
  /** By the mock's clock, ISO 8601. */
  readonly at: string
  /** The recipient's e-mail address. */
  readonly to: string
  /** The id of the invitation, or of the project's entry, that it brings. */
  readonly invitation: string
  /** What it says, where whoever invites has said something. */
  readonly message?: string
}

/** What a caller may lose: what the call needs, and sight of what its answer shows. */
export type Loss = 'token' | 'membership' | 'sight' | 'right' | 'answer'

/** An answer that is kept for repeats of its call. */
export interface Kept {
  /** A digest of what the call's body said. */
  readonly body: string
  /** Without secrets. */
  readonly answer: Answer
  /** The id of whoever called. */
  readonly actor: string
  readonly about: About
  /** What the call named: its repeats are about the same things. */
  readonly ids: NamedIds
  /** What the caller did not have any more after the call: a repeat does not need it. */
  readonly ended: readonly Loss[]
}

/** How many mails and kept answers are remembered: the oldest are forgotten first. */
const limit = 10_000

/** What the mock remembers of the calls made of it. It is no part of the platform's state. */
export class Log {
  readonly #seed: string
  readonly #requests = new RequestLog()
  readonly #outbox: Mail[] = []
  readonly #kept = new Map<string, Kept>()
  /** Who did or tried what. */
  readonly audit: Audit
  readonly lastSeen = new LastSeen()
  #count = 0

  constructor(seed: string) {
    this.#seed = seed
    this.audit = new Audit(seed)
  }

  get outbox(): readonly Mail[] {
    return this.#outbox
  }

  send(mail: Mail): void {
    addTo(this.#outbox, mail)
  }

  get requests(): readonly LoggedRequest[] {
    return this.#requests.entries
  }

  /** An id for the next request. */
  nextId(): string {
    this.#count += 1
    return `req_${digest(`${this.#seed}/request/${this.#count}`, 20)}`
  }

  add(entry: LoggedRequest): void {
    this.#requests.add(entry)
  }

  /** What is kept for an idempotency key. */
  kept(scope: string): Kept | undefined {
    return this.#kept.get(scope)
  }

  keep(scope: string, kept: Kept): void {
    this.#kept.set(scope, kept)
    const [oldest] = this.#kept.size > limit ? this.#kept.keys() : []
    if (oldest !== undefined) this.#kept.delete(oldest)
  }
}

function addTo<T>(list: T[], entry: T): void {
  list.push(entry)
  // Forgetting a tenth at once keeps the cost of each addition constant.
  if (list.length > limit * 1.1) list.splice(0, limit * 0.1)
}
