/**
 * Law: a resource hidden from a reader leaves no trace in their view of the audit: not while it exists,
 * not after its end, not when its key is used again. Those who saw it last keep its history.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resourcesIn } from '../../mocks/policy-diff/resources.ts'
import type { AuditEntry, OperationId } from '../../src/index.ts'
import { runs, shared, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { namesOn } from './support/names.ts'
import { mayMake, sendAsAnyone } from './support/people.ts'
import { type Sent, succeeded } from './support/send.ts'
import { type Stage, stages } from './support/stage.ts'
import { become, type World, worldsOn } from './support/worlds.ts'

/** All resources that exist or existed: whether the reader sees it, or saw it when it ended. */
class Sight {
  readonly #stage: Stage
  readonly #reader: string
  /** By id; the name of a project or user is its key or address. */
  readonly known = new Map<string, { seen: boolean; there: boolean; key: string | undefined }>()

  constructor(stage: Stage, reader: string) {
    this.#stage = stage
    this.#reader = reader
  }

  look(): void {
    const { compiled, world } = this.#stage
    const actor = world.user(this.#reader)
    for (const [id, was] of this.known) this.known.set(id, { ...was, there: false })
    for (const { type, resource } of resourcesIn(world)) {
      const found: unknown = Reflect.get(resource.resources, type)
      if (typeof found !== 'object' || found === null || !('id' in found)) continue
      const key = type === 'project' && 'key' in found ? String(found.key) : undefined
      const seen = actor !== undefined && compiled.sees(world, actor, resource.resources)
      this.known.set(String(found.id), { seen, there: true, key })
    }
  }

  /** Ids of hidden resources, and keys that only hidden projects have or had. */
  get hidden(): readonly string[] {
    const all = [...this.known]
    const seenKeys = new Set(all.flatMap(([, { seen, key }]) => (seen ? [key] : [])))
    return all.flatMap(([id, { seen, key }]) => {
      if (seen) return []
      return key === undefined || seenKeys.has(key) ? [id] : [id, key]
    })
  }
}

/** The reader's view of the audit with the filter; undefined where they may not ask. */
function read(stage: Stage, reader: string, filter: object): readonly AuditEntry[] | undefined {
  const call = { operation: 'audit.list', args: [{ limit: 200, ...filter }] } as const
  const answer = stage.send(reader, call)
  if (!succeeded(answer)) return undefined
  const { data }: { data: readonly AuditEntry[] } = JSON.parse(answer.body)
  return data
}

/** The same without a filter, and about each possible project. */
const readAll = (stage: Stage, reader: string): readonly AuditEntry[] =>
  [{}, ...namesOn(stage).projects.map((project) => ({ project }))].flatMap(
    (filter) => read(stage, reader, filter) ?? [],
  )

/** A caller may read the names that they sent in a call that found nothing. */
const withoutOwnWords = (reader: string, entry: AuditEntry): object => {
  const { target, ...rest } = entry
  return entry.email === reader && !entry.allowed ? rest : { ...rest, target }
}

const ending: readonly OperationId[] = ['projects.delete', 'artifacts.delete']
const promotions = [{ role: 'admin' }, { role: 'tenant_administrator' }, { role: 'administrator' }]

/** Lets the reader read the audit, if they may not and a user can change that. */
const letRead = (stage: Stage, reader: string): void => {
  const call: Sent = { operation: 'audit.list', args: [{}] }
  const team = { teams: { [namesOn(stage).teams[0] ?? 'none']: 'admin' } }
  for (const body of [...promotions, team]) {
    const user = stage.world.user(reader)
    if (user && mayMake(stage, user, call)) return
    sendAsAnyone(stage, { operation: 'users.update', args: [reader, body] })
  }
}

interface Case {
  world: World
  reader: string
  /** Calls about a project by anybody, before its end. */
  calls: readonly { by: string; call: Sent }[]
  project: number
  after: World
}

const perRun = 4

describe.each(stages)('on $policy.name', (stage) => {
  const { any, by } = callsOn(stage)
  const short = { maxLength: 3 }
  const calls = fc.array(fc.record({ by, call: any }), { minLength: 4, maxLength: 8 })
  const cases = fc.record({
    world: worldsOn(stage, short),
    reader: by,
    calls,
    project: fc.nat(),
    after: worldsOn(stage, short),
  })
  let ended = 0
  let hiding = 0

  /** Ends a project and lets another user take its key, looking before and after each step. */
  const play = ({ world, reader, calls: tried, project, after }: Case): void => {
    const sight = new Sight(stage, reader)
    const step = (work: () => unknown): void => {
      sight.look()
      work()
      sight.look()
    }
    for (const one of world) step(() => become(stage, [one]))
    for (const one of tried) step(() => stage.send(one.by, one.call))
    const keys = [...stage.world.projects()].map(({ key }) => key)
    const key = keys[project % keys.length] ?? ''
    const touch = { operation: 'projects.get', args: [key] } as const
    for (const { email } of stage.world.users()) step(() => stage.send(email, touch))
    step(() => {
      if (sendAsAnyone(stage, { operation: 'projects.delete', args: [key] })) ended += 1
    })
    step(() => sendAsAnyone(stage, { operation: 'projects.create', args: [{ key }] }))
    for (const one of after) step(() => become(stage, [one]))
    step(() => letRead(stage, reader))
    const hidden = sight.hidden
    const entries = readAll(stage, reader)
    if (hidden.length > 0 && entries.length > 0) hiding += 1
    const text = JSON.stringify(entries.map((entry) => withoutOwnWords(reader, entry)))
    const told = hidden.filter((name) => text.includes(JSON.stringify(name)))
    expect(told, text).toEqual([])
  }

  test(
    'the audit shows nothing hidden',
    () => {
      fc.assert(
        fc.property(cases, (one) => stage.trial(() => play(one))),
        runs({ cases: shared, perRun }),
      )
      expect(ended).toBeGreaterThan(0)
      // On peltarion everybody sees everything.
      expect(hiding > 0).toBe(Object.keys(stage.policy.visibility).length > 0)
    },
    timeout,
  )

  test(
    'the end of a resource reveals no line about it, and hides none',
    () => {
      const changing = callsOn(stage).changing.filter(({ operation }) => ending.includes(operation))
      const calls = fc.array(fc.record({ by, call: any }), { minLength: 6, maxLength: 6 })
      fc.assert(
        fc.property(worldsOn(stage), calls, changing, by, (world, tried, end, reader) => {
          stage.trial(() => {
            become(stage, world)
            for (const one of tried) stage.send(one.by, one.call)
            const there = new Set(
              resourcesIn(stage.world).map(({ resource }) => idOf(resource.resources)),
            )
            const before = read(stage, reader, {})
            become(stage, [{ call: end, nth: 0 }])
            const after = read(stage, reader, {})
            if (!before || !after) return
            const still = new Set(
              resourcesIn(stage.world).map(({ resource }) => idOf(resource.resources)),
            )
            const isEnded = (id = ''): boolean => there.has(id) && !still.has(id)
            const ids = (entries: readonly AuditEntry[]) => new Set(entries.map(({ id }) => id))
            const lost = before.filter(({ id }) => !ids(after).has(id))
            expect(lost.filter(({ target }) => isEnded(target?.id))).toEqual([])
            const fresh = after.filter(({ id }) => !ids(before).has(id))
            expect(fresh.every(({ operation }) => operation === end.operation)).toBe(true)
          })
        }),
        runs({ cases: shared, perRun }),
      )
    },
    timeout,
  )
})

/** The id of the resource itself. */
const idOf = (resources: object): string | undefined => {
  const found: unknown = Object.values(resources)[0]
  return typeof found === 'object' && found !== null && 'id' in found ? String(found.id) : undefined
}
