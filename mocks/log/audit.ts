import type { AuditEntry } from '../../src/generated/models.ts'
import { digest } from '../state/hash.ts'
import { type About, type Remembered, resourcesIn } from './about.ts'

/** How many calls are remembered: the oldest are forgotten first. */
const limit = 10_000

/** A call as the audit keeps it: what each reader is shown of it depends on what they see. */
export interface AuditRecord {
  readonly entry: Omit<AuditEntry, 'id' | 'target' | 'project'>
  readonly about: About
  /** Who made the call. */
  readonly by: Remembered
}

/** A resource that calls were about, in or by, and the ids of those who made them. */
export interface Mentioned {
  readonly resource: Remembered
  readonly callers: Set<string>
}

/** Who did or tried what. Like all of the log, it is no part of the platform's state. */
export class Audit {
  readonly #seed: string
  readonly #records: AuditRecord[] = []
  /** Of the first records; the others are added when somebody asks. */
  readonly #mentioned = new Map<string, Mentioned>()
  #read = 0
  #forgotten = 0

  constructor(seed: string) {
    this.#seed = seed
  }

  add(record: AuditRecord): void {
    this.#records.push(record)
    // Forgetting a tenth at once keeps the cost of each addition constant.
    if (this.#records.length <= limit * 1.1) return
    this.#records.splice(0, limit * 0.1)
    this.#forgotten += limit * 0.1
    this.#mentioned.clear()
    this.#read = 0
  }

  /** What the calls say of the resource of that id. */
  mentioned(id: string): Mentioned | undefined {
    for (const record of this.#records.slice(this.#read)) this.#mention(record)
    this.#read = this.#records.length
    return this.#mentioned.get(id)
  }

  /** The calls after the one with this number, each with its own. */
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
