import type { AuditEntry } from '../../src/generated/models.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { digest } from '../state/hash.ts'
import { type About, namedBy, remember, type Remembered } from './about.ts'
import { isEnforcementPoint } from '../policy/world/enforcement-point.ts'
import { seesAll, thingsIn } from './last-seen.ts'
import type { Platform } from './platform.ts'
import type { Refused } from '../message/refusal.ts'
import type { Trace } from './trace.ts'

/** How many calls are remembered: the oldest are forgotten first. */
const limit = 10_000

/** A call as the audit keeps it: what each reader is shown of it depends on what they see. */
export interface AuditRecord {
  readonly entry: Omit<AuditEntry, 'id' | 'target' | 'project'>
  readonly about: About
  /** Who made the call. */
  readonly by: Remembered
}

/** A thing that calls were about, in or by, and the ids of those who made them. */
export interface Mention {
  readonly thing: Remembered
  readonly callers: Set<string>
}

/** Who did or tried what. Like all of the log, it is no part of the platform's state. */
export class Audit {
  readonly #seed: string
  readonly #records: AuditRecord[] = []
  /** Of the first records; the others are added when somebody asks. */
  readonly #mentioned = new Map<string, Mention>()
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

  /** What the calls say of the thing of that id. */
  mentioned(id: string): Mention | undefined {
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
    for (const thing of [by, ...thingsIn(about)]) {
      const mention = this.#mentioned.get(thing.id) ?? { thing, callers: new Set() }
      mention.callers.add(by.id)
      this.#mentioned.set(thing.id, mention)
    }
  }
}

/** The call as the audit keeps it; undefined for one that leaves no line there. */
export function auditRecord(
  platform: Platform,
  { at, actor, operation, path = [], about, replayed }: Trace,
  status: number,
  refused: Refused | undefined,
): AuditRecord | undefined {
  // The audit is of what people did or tried: an enforcement point is nobody.
  if (actor === undefined || isEnforcementPoint(actor) || operation === undefined) return undefined
  // A look at the audit would make the next page longer, and so on without end. A refused look was tried.
  if (operation === 'audit.list' && refused === undefined) return undefined
  const rule = refused?.decision?.rule ?? refused?.rule
  return {
    entry: {
      at,
      actor: actor.id,
      email: actor.email,
      operation,
      allowed: refused === undefined,
      ...(replayed && { replayed }),
      status,
      ...(refused && { code: refused.code }),
      ...(rule !== undefined && rule !== 'API' && { rule }),
    },
    about: about ?? namedBy(platform, { operation, args: path }),
    by: remember(platform, 'user', actor.id) ?? { type: 'user', id: actor.id, mayHide: false },
  }
}

/** What a reader is shown of a call: the entry, and the projects that it counts as being about. */
export interface ShownCall {
  readonly entry: AuditEntry
  readonly projects: readonly Remembered[]
}

/**
 * The call as the reader is shown it, or undefined. What is hidden from them is to them what does not
 * exist: a call that was done with it was not made, and one that did not get so far found nothing. What
 * such a call named is told to its caller alone.
 */
export function shownCall(
  { id, entry, about, by }: AuditRecord & { readonly id: string },
  reader: UserRecord,
  isSeen: (thing: Remembered) => boolean,
): ShownCall | undefined {
  const isOwn = by.id === reader.id
  if (!isOwn && !isSeen(by)) return undefined
  const seen = seesAll(isSeen, about) ? about : asIfMissing(about)
  if (seen === undefined) return undefined
  const { target = isOwn ? about.named : undefined, project, projects } = seen
  return {
    entry: {
      id,
      ...entry,
      ...(target && { target: { type: target.type, id: target.id } }),
      ...(project?.key !== undefined && isSeen(project) && { project: project.key }),
    },
    projects,
  }
}

/** What the call was about if its target were not there; undefined where it could not have been made then. */
const asIfMissing = ({
  reached,
  within,
}: About): Pick<About, 'target' | 'project' | 'projects'> | undefined =>
  reached ? undefined : within ? { project: within, projects: [within] } : { projects: [] }
