/**
 * Law: an additional permission, membership, entry, grant or feature takes no action away from anyone.
 */
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, shared, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { type Gain, gainsOn, give } from './support/further-rights.ts'
import { succeeded } from './support/send.ts'
import { type Stage, stages } from './support/stage.ts'
import { thingsOn } from './support/resources.ts'
import { become, worldsOn } from './support/worlds.ts'
import { resourceOf } from '../../mocks/policy/index.ts'
import type { AccessResource } from '../../src/index.ts'

/** The person's actions on the resource, with any arguments. */
const allowed = ({ compiled, world }: Stage, by: string, { type, id }: AccessResource) => {
  const actor = world.user(by)
  const thing = resourceOf(world, type, id)
  const actions = actor && thing ? compiled.allowedActions(world, actor, thing) : []
  return actions.flatMap(({ action, outcome }) => (outcome === 'yes' ? [action] : []))
}

const several = <T>(values: Arbitrary<T>, length: number): Arbitrary<T[]> =>
  fc.array(values, { minLength: length, maxLength: length })

describe.each(stages)('on $policy.name', (stage) => {
  const { any, by } = callsOn(stage)
  const perRun = 4
  const cases = fc.record({
    world: worldsOn(stage),
    person: by,
    gains: several(gainsOn(stage), perRun),
  })

  test(
    'no action that the rules allow is lost',
    () => {
      fc.assert(
        fc.property(cases, several(thingsOn(stage), 2), ({ world, person, gains }, resources) => {
          stage.trial(() => {
            become(stage, world)
            const before = resources.map((thing) => allowed(stage, person, thing))
            for (const gain of gains) {
              stage.trial(() => {
                give(stage, person, gain)
                for (const [index, thing] of resources.entries()) {
                  const now = allowed(stage, person, thing)
                  expect(now).toEqual(expect.arrayContaining(before[index] ?? []))
                }
              })
            }
          })
        }),
        runs({ cases: shared, perRun }),
      )
    },
    timeout,
  )

  test(
    'no call that would succeed is denied or hidden',
    () => {
      const succeedsFor = (person: string, call: Parameters<Stage['send']>[1]) =>
        stage.trial(() => succeeded(stage.send(person, call)))
      const lost = (person: string, gain: Gain, call: Parameters<Stage['send']>[1]) =>
        stage.trial(() => {
          give(stage, person, gain)
          const { status, body } = stage.send(person, call)
          return status === 403 || status === 404 ? body : undefined
        })
      fc.assert(
        fc.property(cases, several(any, 6), ({ world, person, gains }, calls) => {
          stage.trial(() => {
            become(stage, world)
            const possible = calls.filter((call) => succeedsFor(person, call))
            for (const gain of gains) {
              for (const call of possible) expect(lost(person, gain, call)).toBeUndefined()
            }
          })
        }),
        runs({ cases: shared, perRun }),
      )
    },
    timeout,
  )
})
