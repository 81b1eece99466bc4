/** A fork and its original share nothing that a caller could notice. */
import fc from 'fast-check'
import { createMock, type Mock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { callsOn } from './support/calls.ts'
import { runs, shared, timeout } from './runs.ts'
import { messageOf } from './support/send.ts'
import { stages } from './support/stage.ts'

describe.each(stages)('on $policy.name', (stage) => {
  const { any, by } = callsOn(stage)
  const steps = fc.array(
    fc.record({ person: by, call: any, on: fc.constantFrom('both', 'original', 'fork') }),
    { minLength: 4, maxLength: 14 },
  )

  test(
    'each answers like a mock that got only its own calls',
    () => {
      fc.assert(
        fc.property(steps, fc.nat({ max: 6 }), (calls, forkAt) => {
          const make = () => createMock({ policy: stage.policy })
          const [original, alone, other] = [make(), make(), make()]
          const send = (mock: Mock, { person, call }: (typeof calls)[number]) => {
            const { status, body } = mock.handle(messageOf(call, mock.token(person)))
            return { status, body }
          }
          for (const one of calls.slice(0, forkAt)) {
            for (const mock of [original, alone, other]) send(mock, one)
          }
          const fork = original.fork()
          for (const one of calls.slice(forkAt)) {
            if (one.on !== 'fork') expect(send(original, one)).toEqual(send(alone, one))
            if (one.on !== 'original') expect(send(fork, one)).toEqual(send(other, one))
          }
          expect(original.state).toBe(alone.state)
          expect(fork.state).toBe(other.state)
          original.reset()
          expect(original.state).toBe(make().state)
        }),
        runs({ cases: shared / 4, least: 8 }),
      )
    },
    timeout,
  )
})
