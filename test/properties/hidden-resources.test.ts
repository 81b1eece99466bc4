/**
 * Law: answers about a hidden and about a missing resource are the same to the byte, except for the
 * names themselves.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resourcesIn } from '../../mocks/policy-diff/resources.ts'
import { runs, shared, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { namesOn } from './support/names.ts'
import type { Answered, Sent } from './support/send.ts'
import { type Stage, stages } from './support/stage.ts'
import { become, type World, worldsOn } from './support/worlds.ts'

/** A name, and one of the same form that names nothing. */
type Twins = readonly (readonly [hidden: string, nothing: string])[]

const twinOf = (name: string): string => name.slice(0, -1) + (name.endsWith('0') ? '1' : '0')

/** Names and ids of all resources hidden from the person, except names with another meaning too. */
function hiddenFrom(stage: Stage, by: string): Twins {
  const { compiled, world } = stage
  const actor = world.user(by)
  if (!actor || compiled.membershipDenial(actor, 'users.get')) return []
  const all = resourcesIn(world).map(({ resource }) => ({
    ...resource,
    seen: compiled.sees(world, actor, resource.resources),
  }))
  // A user who sees an entry knows its project, since the entry's path names it.
  const known = new Set(
    all.flatMap(({ resources: { member, project }, seen }) => (member && seen ? [project] : [])),
  )
  const words = wordsOf(stage)
  return all.flatMap(({ type, resources, seen }): [string, string][] => {
    if (seen || (type === 'project' && known.has(resources.project))) return []
    const found: unknown = Reflect.get(resources, type)
    return namesOf(found).flatMap((name) => (words.has(name) ? [] : [[name, twinOf(name)]]))
  })
}

/** Public keys: an action of an artifact may be called like a project. */
function wordsOf(stage: Stage): ReadonlySet<string> {
  const { runs: actions, kinds, roles, teams } = namesOn(stage)
  return new Set([...actions, ...kinds, ...teams, ...Object.values(roles).flat()])
}

function namesOf(resource: unknown): readonly string[] {
  if (typeof resource !== 'object' || resource === null) return []
  const id = 'id' in resource ? [String(resource.id)] : []
  return 'key' in resource ? [...id, String(resource.key)] : id
}

const mentioned = (text: string, [hidden]: Twins[number]): boolean =>
  text.includes(JSON.stringify(hidden))

/** The same call about missing resources. */
function aboutNothing({ operation, args }: Sent, twins: Twins): Sent {
  const text = twins.reduce(
    (all, [hidden, nothing]) => all.replaceAll(JSON.stringify(hidden), JSON.stringify(nothing)),
    JSON.stringify(args),
  )
  return { operation, args: JSON.parse(text) }
}

/** The bytes without the parts that must differ: the names. Each trial numbers its requests anew. */
const withoutNames = ({ body }: Answered, twins: Twins): string =>
  twins.flat().reduce((text, name) => text.replaceAll(name, '…'), body)

/** Only creating reveals that a key is taken. */
const tells = new Set(['projects.create', 'teams.create', 'roles.create'])

/** A world, and a call in it. */
interface Case {
  world: World
  person: string
  calls: readonly Sent[]
}

const perRun = 4

describe.each(stages)('on $policy.name', (stage) => {
  const { any, by } = callsOn(stage)
  const call = any.filter((one) => !tells.has(one.operation))
  const calls = fc.array(call, { minLength: 10, maxLength: 10 })
  const cases = fc.record({ world: worldsOn(stage), person: by, calls })
  let asked = 0

  /** Tries each call in the world of the case: its caller, and the hidden resources that it names. */
  const onEachCall = (
    { world, person, calls: tried }: Case,
    look: (asked: { by: string; call: Sent; hidden: Twins; named: Twins }) => void,
  ): void => {
    stage.trial(() => {
      become(stage, world)
      const hidden = hiddenFrom(stage, person)
      for (const one of tried) {
        const text = JSON.stringify(one.args)
        const named = hidden.filter((twin) => mentioned(text, twin))
        look({ by: person, call: one, hidden, named })
      }
    })
  }

  test(
    'nobody learns that it exists',
    () => {
      fc.assert(
        fc.property(cases, (tried) => {
          onEachCall(tried, ({ by: person, call: one, named }) => {
            if (named.length === 0) return
            asked += 1
            const first = stage.trial(() => stage.send(person, one))
            const nothing = stage.trial(() => stage.send(person, aboutNothing(one, named)))
            expect(nothing.status, first.body).toBe(first.status)
            expect(withoutNames(nothing, named)).toBe(withoutNames(first, named))
          })
        }),
        runs({ cases: shared, perRun }),
      )
      // On peltarion everybody sees everything.
      const hides = Object.keys(stage.policy.visibility).length > 0
      expect(asked > 0, `${asked} calls about something hidden`).toBe(hides)
    },
    timeout,
  )

  test(
    'no answer about anything else names it',
    () => {
      fc.assert(
        fc.property(cases, (tried) => {
          onEachCall(tried, ({ by: person, call: one, hidden, named }) => {
            if (named.length > 0) return
            const answer = stage.trial(() => stage.send(person, one))
            const told = hidden.filter((twin) => mentioned(answer.body, twin))
            expect(told, `${JSON.stringify(one)} ${answer.body}`).toEqual([])
          })
        }),
        runs({ cases: shared, perRun }),
      )
    },
    timeout,
  )

  test(
    'lists leave it out',
    () => {
      const lists = ['projects.list', 'artifacts.list', 'invitations.list', 'tokens.list'] as const
      const list = fc.constantFrom(...lists)
      fc.assert(
        fc.property(worldsOn(stage), by, list, (world, person, operation) => {
          stage.trial(() => {
            become(stage, world)
            const answer = stage.send(person, { operation, args: [{ limit: 200 }] })
            const told = hiddenFrom(stage, person).filter((twin) => mentioned(answer.body, twin))
            expect(told, answer.body).toEqual([])
          })
        }),
        runs({ cases: shared }),
      )
    },
    timeout,
  )
})
