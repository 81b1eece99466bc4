import type { AuditEntry } from '../../src/generated/models.ts'
import { digest } from '../state/hash.ts'
import { type About, type Remembered, resourcesIn } from './about.ts'

/** The most calls remembered. The oldest are dropped first. */
const limit = 10_000

/** A call in the audit. Each reader sees the part that they may see. */
export interface AuditRecord {
  readonly entry: Omit<AuditEntry, 'id' | 'target' | 'project'>
  readonly about: About
  /** The caller. */
  readonly by: Remembered
}

/** An audit as JSON. */
export interface AuditJson {
  /** How many older records were dropped. */
  readonly dropped: number
  /** `null` stands for a call that was undone. */
  readonly records: readonly (AuditRecord | null)[]
}

/** A resource that calls were about or made by, with the ids of the callers. */
export interface Mentioned {
  readonly resource: Remembered
  readonly callers: Set<string>
}

/** The calls that people made or tried. Like all of the log, it is not part of the platform's state. */
export class Audit {
  readonly #seed: string
  /** `undefined` stands for a call that was undone: the ids of the others stay. */
  readonly #records: (AuditRecord | undefined)[] = []
  /** An index of the first `#read` records; the rest is added on demand. */
  readonly #mentioned = new Map<string, Mentioned>()
  #read = 0
  #forgotten = 0

  constructor(seed: string) {
    this.#seed = seed
  }

  /** An audit with the records of another. */
  static from(seed: string, { dropped, records }: AuditJson): Audit {
    const audit = new Audit(seed)
    for (const record of records) audit.#records.push(record ?? undefined)
    audit.#forgotten = dropped
    return audit
  }

  fork(): Audit {
    return Audit.from(this.#seed, this.toJSON())
  }

  add(record: AuditRecord): void {
    this.#records.push(record)
    // Dropping a tenth at once keeps the cost of each addition constant.
    if (this.#records.length <= limit * 1.1) return
    this.#records.splice(0, limit * 0.1)
    this.#forgotten += limit * 0.1
    this.#mentioned.clear()
    this.#read = 0
  }

  /** Takes records out again. */
  withdraw(records: ReadonlySet<AuditRecord>): void {
    for (const [at, record] of this.#records.entries()) {
      if (record && records.has(record)) this.#records[at] = undefined
    }
    this.#mentioned.clear()
    this.#read = 0
  }

  /** All records as JSON, and how many older ones were dropped. */
  toJSON(): AuditJson {
    return { dropped: this.#forgotten, records: this.#records.map((record) => record ?? null) }
  }

  /** The mentions of a resource, by its id. */
  mentioned(id: string): Mentioned | undefined {
    for (const record of this.#records.slice(this.#read)) if (record) this.#mention(record)
    this.#read = this.#records.length
    return this.#mentioned.get(id)
  }

  /** The calls after a sequence number, each with its own. */
  *after(
    position: number,
  ): Generator<{ sequence: number; record: AuditRecord & { readonly id: string } }> {
    for (let at = Math.max(0, position - this.#forgotten); at < this.#records.length; at += 1) {
      const record = this.#records[at]
      if (record === undefined) continue
      const sequence = this.#forgotten + at + 1
      const id = `aud_${digest(`${this.#seed}/audit/${sequence}`, 20)}`
      yield { sequence, record: { id, ...record } }
    }
  }

  #mention({ about, by }: AuditRecord): void {
    for (const resource of [by, ...resourcesIn(about)]) {
      const mention = this.#mentioned.get(resource.id) ?? { resource, callers: new Set() }
      mention.callers.add(by.id)
      this.#mentioned.set(resource.id, mention)
    }
  }
}
