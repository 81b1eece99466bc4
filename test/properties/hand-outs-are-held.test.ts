/**
 * Law: in hardened mode nobody gives anybody, by any call, a permission in a place where they do not
 * hold it.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { gainedBetween, heldByAll, heldOn } from './support/holdings.ts'
import { type Sent, succeeded } from './support/send.ts'
import { hardenedStages, type Stage } from './support/stage.ts'
import { become, worldsOn } from './support/worlds.ts'

/** Rights gained by an answer were handed out by the inviting user, and checked then. */
const isAnswer = ({ operation }: Sent): boolean =>
  operation === 'invitations.accept' || operation === 'projects.members.accept'

/** Permissions that the call gave to anybody and that its caller did not hold there. */
function givenWithoutHolding(stage: Stage, by: string, call: Sent): readonly unknown[] {
  const { policy, world } = stage
  const actor = world.user(by)
  // Most calls fail, and computing all holdings is slow.
  const succeeds = () => stage.trial(() => succeeded(stage.send(by, call)))
  if (!actor || isAnswer(call) || !succeeds()) return []
  const own = heldOn(stage, actor)
  const before = heldByAll(stage)
  stage.send(by, call)
  const wider = policy.hardened?.wider
  const everywhere = wider && own.get(wider === 'organization' ? wider : `team ${wider.team}`)
  return gainedBetween(before, heldByAll(stage), own).filter(
    ({ place, permission }) => !own.get(place)?.has(permission) && !everywhere?.has(permission),
  )
}

describe.each(hardenedStages)('on $policy.name', (stage) => {
  const { changing, by } = callsOn(stage)
  const perRun = 8

  test(
    'nobody gains what the caller lacks',
    () => {
      const calls = fc.array(fc.record({ person: by, call: changing }), {
        minLength: perRun,
        maxLength: perRun,
      })
      fc.assert(
        fc.property(worldsOn(stage), calls, (world, asked) => {
          stage.trial(() => {
            become(stage, world)
            for (const { person, call } of asked) {
              const given = stage.trial(() => givenWithoutHolding(stage, person, call))
              expect(given, `${person}: ${call.operation} ${JSON.stringify(call.args)}`).toEqual([])
            }
          })
        }),
        runs({ perRun }),
      )
    },
    timeout,
  )
})
