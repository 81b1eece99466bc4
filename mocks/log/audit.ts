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

/** A resource that calls were about or made by, with the ids of the callers. */
export interface Mentioned {
  readonly resource: Remembered
  readonly callers: Set<string>
}

/** The calls that people made or tried. Like all of the log, it is not part of the platform's state. */
export class Audit {
  readonly #seed: string
  readonly #records: AuditRecord[] = []
  /** An index of the first `#read` records; the rest is added on demand. */
  readonly #mentioned = new Map<string, Mentioned>()
  #read = 0
  #forgotten = 0

  constructor(seed: string) {
    this.#seed = seed
  }

  /** An audit with the same records. */
  fork(): Audit {
    const copy = new Audit(this.#seed)
    copy.#records.push(...this.#records)
    copy.#forgotten = this.#forgotten
    return copy
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

  /** The mentions of a resource, by its id. */
  mentioned(id: string): Mentioned | undefined {
    for (const record of this.#records.slice(this.#read)) this.#mention(record)
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
