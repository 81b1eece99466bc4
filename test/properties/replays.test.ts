/**
 * Law: a replay by Idempotency-Key changes nothing. At once it equals the first answer, except for
 * secrets; later only a caller who may still call gets it, without anything hidden from them since.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contract } from '../../mocks/generated/contract.ts'
import { resourcesIn } from '../../mocks/policy-diff/resources.ts'
import { runs, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { mayMake } from './support/people.ts'
import { type Answered, type Sent, succeeded } from './support/send.ts'
import { type Stage, stages } from './support/stage.ts'
import { become, worldsOn } from './support/worlds.ts'

const cases = 600

/** The call, with one key for all of its repeats. */
const keyed = (call: Sent): Sent => ({ ...call, idempotencyKey: 'once' })

const jsonOf = ({ body }: Answered): object => (body === '' ? {} : JSON.parse(body))

/** The answer in a replay. */
const withoutSecrets = ({ operation }: Sent, first: Answered): object => {
  const { secrets = [] } = contract[operation]
  return Object.fromEntries(Object.entries(jsonOf(first)).filter(([key]) => !secrets.includes(key)))
}

/** Ids of existing resources hidden from the person. */
function hiddenFrom({ world, compiled }: Stage, by: string): readonly string[] {
  const actor = world.user(by)
  if (!actor) return []
  return resourcesIn(world).flatMap(({ type, resource }) => {
    const found: unknown = Reflect.get(resource.resources, type)
    const isHidden = !compiled.sees(world, actor, resource.resources)
    return isHidden && typeof found === 'object' && found !== null && 'id' in found
      ? [String(found.id)]
      : []
  })
}

const named = (ids: readonly string[], body: string): readonly string[] =>
  ids.filter((id) => body.includes(`"${id}"`))

describe.each(stages)('on $policy.name', (stage) => {
  const { changing } = callsOn(stage)
  const call = changing.filter(({ operation }) => contract[operation].idempotent === true)
  const given = fc.record({
    world: worldsOn(stage, { maxLength: 3 }),
    call,
    nth: fc.nat({ max: 20 }),
    after: worldsOn(stage, { maxLength: 5 }),
  })
  let replayed = 0
  let refused = 0

  test(
    'a replay is only for a caller who may still call, and does nothing',
    () => {
      fc.assert(
        fc.property(given, ({ world, call: one, nth, after }) => {
          stage.trial(() => {
            become(stage, world)
            const able = [...stage.world.users()].filter((user) => mayMake(stage, user, one))
            const by = able[nth % able.length]?.email
            if (by === undefined) return
            const repeat = (): Answered => {
              const before = stage.state()
              const answer = stage.send(by, keyed(one))
              expect(stage.state()).toBe(before)
              return answer
            }
            const first = stage.send(by, keyed(one))
            if (!succeeded(first)) return
            const endedItself = !mayStill(stage, by, one)
            const known = named(hiddenFrom(stage, by), first.body)
            const second = repeat()
            expect(second.status, second.body).toBe(first.status)
            expect(jsonOf(second)).toEqual(withoutSecrets(one, first))

            become(stage, after)
            const later = repeat()
            if (!endedItself && !mayStill(stage, by, one)) {
              expect(later.status, later.body).toBeGreaterThanOrEqual(400)
            }
            if (!succeeded(later)) refused += 1
            else {
              replayed += 1
              const told = named(hiddenFrom(stage, by), later.body)
              expect(
                told.filter((id) => !known.includes(id)),
                later.body,
              ).toEqual([])
            }
          })
        }),
        runs({ cases, least: cases }),
      )
      expect(replayed).toBeGreaterThan(0)
      expect(refused).toBeGreaterThan(0)
    },
    timeout,
  )
})

/**
 * Whether they are a member, and the rules still allow the call; a deleted resource cannot be asked
 * about.
 */
function mayStill(stage: Stage, by: string, one: Sent): boolean {
  const { world, compiled } = stage
  const user = world.user(by)
  if (user === undefined || compiled.membershipDenial(user, one.operation)) return false
  const { missing } = compiled.bind(world, user, one.operation, one.args)
  return missing.length > 0 || mayMake(stage, user, one)
}
