/**
 * Law: nothing depends on the order of people, entries, teams and resources, of requirements in the
 * policy, or of keys in a body.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { compile, type Policy, resourceOf, type World } from '../../mocks/policy/index.ts'
import { runs, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import type { Sent } from './support/send.ts'
import { stages } from './support/stage.ts'
import { thingsOn } from './support/resources.ts'
import { become, worldsOn } from './support/worlds.ts'

/** A way to reorder any list. */
type Reorder = <T>(items: readonly T[]) => T[]

/** Cuts the list somewhere and reverses the rest: enough to bring any two into either order. */
const reordering =
  (seed: number): Reorder =>
  (items) => {
    const cut = items.length === 0 ? 0 : seed % items.length
    return [...items.slice(cut).toReversed(), ...items.slice(0, cut)]
  }

/** The same world in another order. Roles stay: of equal ones a remedy takes the first. */
function listedAnew(world: World, reorder: Reorder): World {
  const anew = <T>(items: Iterable<T>): Iterable<T> => reorder([...items])
  return {
    ...world,
    // A state of its own, so that no cache has the other order.
    state: {},
    get organization() {
      return world.organization
    },
    users: () => anew(world.users()),
    teams: () => anew(world.teams()),
    projects: () => anew(world.projects()),
    artifacts: () => anew(world.artifacts()),
    usersIn: (team) => anew(world.usersIn(team)),
    usersWith: (role) => anew(world.usersWith(role)),
    membersOf: (project) => anew(world.membersOf(project)),
    entriesOf: (subject) => anew(world.entriesOf(subject)),
    artifactsIn: (project) => anew(world.artifactsIn(project)),
    projectsOf: (team) => anew(world.projectsOf(team)),
  }
}

/** The value with each list under one of the keys in another order. */
function rewritten<T>(value: T, keys: readonly string[], reorder: Reorder): T
function rewritten(value: unknown, keys: readonly string[], reorder: Reorder): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, keys, reorder))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const inner = rewritten(part, keys, reorder)
      return [key, keys.includes(key) && Array.isArray(inner) ? reorder(inner) : inner]
    }),
  )
}

/** The same policy, with its requirements and sources in another order. */
const written = (policy: Policy, reorder: Reorder): Policy => ({
  ...policy,
  rules: rewritten(policy.rules, ['all', 'any'], reorder),
  visibility: rewritten(policy.visibility, ['all', 'any'], reorder),
  sources: rewritten(policy.sources, ['from'], reorder),
})

/** The same body, with its keys in another order. */
const resent = ({ operation, args }: Sent, reorder: Reorder): Sent => {
  const turned = (value: unknown): unknown =>
    isRecord(value)
      ? Object.fromEntries(reorder(Object.entries(value)).map(([key, part]) => [key, turned(part)]))
      : value
  return { operation, args: args.map(turned) }
}

const perRun = 4

describe.each(stages)('on $policy.name', (stage) => {
  const { any, by } = callsOn(stage)
  const question = fc.record({ person: by, call: any, thing: thingsOn(stage) })
  const questions = fc.array(question, { minLength: perRun, maxLength: perRun })

  test(
    'another order of lists, requirements or sources gives the same decisions',
    () => {
      fc.assert(
        fc.property(worldsOn(stage), fc.nat(), questions, (steps, seed, asked) => {
          stage.trial(() => {
            become(stage, steps)
            const { world } = stage
            const reorder = reordering(seed)
            const other = listedAnew(world, reorder)
            const anew = compile(written(stage.policy, reorder))
            for (const { person, call, thing } of asked) {
              const actor = world.user(person)
              const found = resourceOf(world, thing.type, thing.id)
              if (!actor) continue
              if (found) {
                const outcomes = stage.compiled.allowedActions(world, actor, found)
                const again = anew.allowedActions(other, actor, found)
                expect(again.map(({ action, outcome }) => [action, outcome])).toEqual(
                  outcomes.map(({ action, outcome }) => [action, outcome]),
                )
              }
              const bound = stage.compiled.bind(world, actor, call.operation, call.args)
              const rebound = anew.bind(other, actor, call.operation, call.args)
              expect(anew.decide(other, rebound)).toBe(stage.compiled.decide(world, bound))
            }
          })
        }),
        runs({ perRun }),
      )
    },
    timeout,
  )

  test(
    'another order of keys in a body gives the same answer',
    () => {
      fc.assert(
        fc.property(worldsOn(stage), fc.nat(), questions, (steps, seed, asked) => {
          stage.trial(() => {
            become(stage, steps)
            for (const { person, call } of asked) {
              const first = stage.trial(() => stage.send(person, call))
              const again = stage.trial(() => stage.send(person, resent(call, reordering(seed))))
              expect(again.status, `${first.body} ${again.body}`).toBe(first.status)
            }
          })
        }),
        runs({ perRun }),
      )
    },
    timeout,
  )
})
