/** A million calls: no error, no broken invariant, and no memory growth. */
import fc from 'fast-check'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createMock, type Mock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { callsOn } from '../properties/support/calls.ts'
import { faultsOf, modelOf } from '../properties/support/model.ts'
import { messageOf } from '../properties/support/send.ts'
import { stages } from '../properties/support/stage.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Of each of the five platforms. */
const calls = 200_000
/** Different calls; the platform differs for each. */
const different = 40_000
const perLife = 5_000

function heapAfterCollecting(): number {
  collect()
  return process.memoryUsage().heapUsed
}

describe.each(stages)('on $policy.name', (stage) => {
  const { any, by } = callsOn(stage)
  const sent = fc.sample(fc.record({ person: by, call: any }), { numRuns: different, seed: 1 })

  test('by everybody, in any order', () => {
    const mock: Mock = createMock({ policy: stage.policy })
    const tokens = new Map(stage.people.map((person) => [person, mock.token(person)]))
    const heaps: number[] = []
    for (let count = 0; count < calls; count += 1) {
      const one = sent[(count * 7919) % different]
      if (!one) continue
      const answer = mock.handle(messageOf(one.call, tokens.get(one.person) ?? ''))
      expect(answer.status, answer.body).toBeLessThan(500)
      if (count % perLife !== perLife - 1) continue
      expect(faultsOf(modelOf(stage.policy.name, mock.state))).toEqual([])
      expect(mock.requests.length).toBeLessThanOrEqual(10_000)
      mock.reset()
      heaps.push(heapAfterCollecting())
    }
    const half = heaps.length / 2
    const [first, second] = [heaps.slice(0, half), heaps.slice(half)]
    expect(heaps).toHaveLength(calls / perLife)
    expect(Math.min(...second)).toBeLessThan(Math.max(...first) + 5_000_000)
  })
})
