/** Law: what is hidden from somebody and what does not exist are answered alike, to the byte but for the names themselves. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resourcesIn } from '../../mocks/policy-tools/resources.ts'
import { runs, shared, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { namesOn } from './support/names.ts'
import type { Answered, Sent } from './support/send.ts'
import { type Stage, stages } from './support/stage.ts'
import { become, type World, worldsOn } from './support/worlds.ts'

/** A name, and one of the same make that names nothing. */
type Twins = readonly (readonly [hidden: string, nothing: string])[]

const twinOf = (name: string): string => name.slice(0, -1) + (name.endsWith('0') ? '1' : '0')

/** Names and ids of everything that is hidden from the person, but for names that mean something else too. */
function hiddenFrom(stage: Stage, by: string): Twins {
  const { compiled, world } = stage
  const actor = world.user(by)
  if (!actor || compiled.membershipDenial(actor, 'users.get')) return []
  const all = resourcesIn(world).map(({ resource }) => ({
    ...resource,
    seen: compiled.sees(world, actor, resource.resources),
  }))
  // Whoever sees an entry knows of the project that it is in, since the entry's path names it.
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

/** Keys of what nobody hides: an action of an artifact may be called like a project. */
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

/** The same call about things that do not exist. */
function aboutNothing({ operation, args }: Sent, twins: Twins): Sent {
  const text = twins.reduce(
    (all, [hidden, nothing]) => all.replaceAll(JSON.stringify(hidden), JSON.stringify(nothing)),
    JSON.stringify(args),
  )
  return { operation, args: JSON.parse(text) }
}

/** Bytes without what must differ: the names. Each trial numbers its requests anew. */
const withoutNames = ({ body }: Answered, twins: Twins): string =>
  twins.flat().reduce((text, name) => text.replaceAll(name, '…'), body)

/** Creating is the one way to learn that a key is taken. */
const tells = new Set(['projects.create', 'teams.create', 'roles.create'])

/** A world, and what somebody calls in it. */
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

  /** Looks at each call in the case’s world: what is hidden from its caller, and what of that it names. */
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
