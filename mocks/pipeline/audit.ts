import type { AuditEntry } from '../../src/generated/models.ts'
import { brief } from '../brief.ts'
import type { ThingReply } from '../operations/reply.ts'
import { type Call, unknown } from '../policy/call.ts'
import type { World } from '../policy/world.ts'
import { digest } from '../store/hash.ts'
import type { Request } from './platform.ts'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import type { Refused } from './refusal.ts'
import type { Trace } from './trace.ts'

/** How many calls are remembered: the oldest are forgotten first. */
const limit = 10_000

/** Who did or tried what. Like all of the log, it is no part of the platform's state. */
export class Audit {
  readonly #seed: string
  readonly #entries: AuditEntry[] = []
  #forgotten = 0

  constructor(seed: string) {
    this.#seed = seed
  }

  add(entry: Omit<AuditEntry, 'id'>): void {
    const number = this.#forgotten + this.#entries.length + 1
    this.#entries.push({ id: `aud_${digest(`${this.#seed}/audit/${number}`, 20)}`, ...entry })
    // Forgetting a tenth at once keeps the cost of each addition constant.
    if (this.#entries.length > limit * 1.1) {
      this.#entries.splice(0, limit * 0.1)
      this.#forgotten += limit * 0.1
    }
  }

  /** The entries after the one with this number, each with its own. */
  *after(position: number): Generator<{ sequence: number; entry: AuditEntry }> {
    for (let at = Math.max(0, position - this.#forgotten); at < this.#entries.length; at += 1) {
      const entry = this.#entries[at]
      if (entry !== undefined) yield { sequence: this.#forgotten + at + 1, entry }
    }
  }
}

/** What a call is about, as far as is known of it. */
export type About = Pick<AuditEntry, 'target' | 'project'>

/** What the last argument of a call's path names, found or not. */
export function namedBy({ operation, args }: Request<OperationId>): About {
  const { parameters } = operations[operation]
  const place = parameters.findLastIndex((name) => name !== 'name')
  const type = parameters[place]
  return type === undefined ? {} : { target: { type, id: brief(String(args[place]), 254) } }
}

/** The same of a call whose references were looked up. */
export function aboutOf(call: Call): About {
  const { target } = namedBy(call)
  const { project, ...others } = call.things
  const thing = Object.entries({ project, ...others }).find(([type]) => type === target?.type)?.[1]
  return {
    ...(target && { target: typeof thing === 'object' ? { ...target, id: thing.id } : target }),
    ...(project !== undefined && project !== unknown && { project: project.key }),
  }
}

/** What a call made or changed, as it is now. */
export function madeBy(world: World, { type, id }: ThingReply): About {
  if (type === 'organization') return {}
  const project = type === 'project' ? world.project(id)?.key : undefined
  return { target: { type, id }, ...(project !== undefined && { project }) }
}

/** The call as the audit has it; undefined for one that leaves no line there. */
export function auditEntry(
  { at, actor, operation, about }: Trace,
  status: number,
  refused: Refused | undefined,
): Omit<AuditEntry, 'id'> | undefined {
  if (actor === undefined || operation === undefined) return undefined
  // A look at the audit would make the next page longer, and so on without end.
  if (operation === 'audit.list' && refused === undefined) return undefined
  const rule = refused?.decision?.rule ?? refused?.rule
  return {
    at,
    actor: actor.id,
    email: actor.email,
    operation,
    allowed: refused === undefined,
    status,
    ...(refused && { code: refused.code }),
    ...(rule !== undefined && rule !== 'API' && { rule }),
    ...about,
  }
}
