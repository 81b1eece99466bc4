/** Law: a call that is taken back leaves the state as before, to the byte, and made again as it made it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mock } from '../../mocks/index.ts'
import { runs, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { mockOf, sendTo } from './support/live.ts'
import { everyStage } from './support/stage.ts'

/** All that an undone call leaves as it was before: the state, mails, kept answers and audit. */
function memoryOf(mock: Mock) {
  const { outbox, kept, audit } = mock.snapshot().log
  return JSON.stringify({ outbox, kept, audit: audit.records.filter((record) => record !== null) })
}

describe.each(everyStage)('on $name', ({ stage }) => {
  const { any, by } = callsOn(stage)
  const perRun = 12
  const start = mockOf(stage)
  const calls = fc.array(
    fc.record({ person: by, call: any, key: fc.option(fc.nat({ max: 3 }), { nil: undefined }) }),
    { minLength: perRun, maxLength: perRun },
  )

  test(
    'undo takes one back, and the same call makes the same bytes again',
    () => {
      fc.assert(
        fc.property(calls, (sequence) => {
          const mock = start.fork()
          for (const call of sequence) {
            const state = mock.state
            const memory = memoryOf(mock)
            const { length } = mock.history
            const answer = sendTo(mock, call)
            if (mock.history.length === length) continue
            const after = mock.state
            expect(mock.undo()?.id).toBe(mock.requests.at(-1)?.id)
            expect(mock.state === state, 'another state than before').toBe(true)
            expect(memoryOf(mock) === memory, 'another memory than before').toBe(true)
            expect(sendTo(mock, call)).toEqual(answer)
            expect(mock.state === after, 'another state than after').toBe(true)
          }
        }),
        runs({ cases: 400, perRun }),
      )
    },
    timeout,
  )

  test(
    'rewind goes to just after any call',
    () => {
      fc.assert(
        fc.property(calls, fc.nat(), (sequence, luck) => {
          const mock = start.fork()
          const states = new Map<string, string>()
          for (const call of sequence) {
            sendTo(mock, call)
            const { id } = mock.history.at(-1) ?? {}
            if (id !== undefined) states.set(id, mock.state)
          }
          const past = [...states]
          const [id, state] = past[luck % Math.max(past.length, 1)] ?? []
          if (id === undefined) return
          mock.rewind(id)
          expect(mock.state === state, 'another state than after the call').toBe(true)
          expect(mock.history.at(-1)?.id).toBe(id)
          while (mock.undo() !== undefined);
          expect(mock.state === start.state, 'another state than at the start').toBe(true)
        }),
        runs({ cases: 400, perRun }),
      )
    },
    timeout,
  )
})
