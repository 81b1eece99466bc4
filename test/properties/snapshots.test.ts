/** Law: every state has a snapshot that is accepted, and a mock made of it goes on as the first does. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { mockOf, savedOf, sendTo } from './support/live.ts'
import { everyStage } from './support/stage.ts'

describe.each(everyStage)('on $name', ({ stage }) => {
  const { any, by } = callsOn(stage)
  const perRun = 16
  const start = mockOf(stage)

  test(
    'a restored mock answers the same',
    () => {
      const calls = fc.array(
        fc.record({
          person: by,
          call: any,
          key: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
        }),
        { minLength: perRun, maxLength: perRun },
      )
      fc.assert(
        fc.property(calls, fc.nat({ max: perRun }), (sequence, half) => {
          const mock = start.fork()
          for (const call of sequence.slice(0, half)) sendTo(mock, call)
          const saved = savedOf(mock)
          const other = start.fork()
          other.restore(JSON.parse(saved))
          expect(savedOf(other) === saved, 'another snapshot').toBe(true)
          for (const call of sequence.slice(half)) {
            expect(sendTo(other, call)).toEqual(sendTo(mock, call))
          }
          expect(savedOf(other) === savedOf(mock), 'another snapshot afterwards').toBe(true)
        }),
        runs({ cases: 400, perRun }),
      )
    },
    timeout,
  )

  test(
    'without secrets it is accepted too, and equal again',
    () => {
      const calls = fc.array(fc.record({ person: by, call: any, key: fc.nat({ max: 3 }) }), {
        minLength: perRun,
        maxLength: perRun,
      })
      fc.assert(
        fc.property(calls, (sequence) => {
          const mock = start.fork()
          for (const call of sequence) sendTo(mock, call)
          const shared = JSON.stringify(mock.snapshot({ secrets: false }))
          mock.restore(JSON.parse(shared))
          expect(JSON.stringify(mock.snapshot({ secrets: false })) === shared).toBe(true)
        }),
        runs({ cases: 200, perRun }),
      )
    },
    timeout,
  )
})
