/** Law: the calls of a remedy, run by any of those named, succeed, and so does the denied call after them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, shared, timeout } from './runs.ts'
import { type Denied, onDenial, runAll, triesOn } from './support/denials.ts'
import { sentOf, succeeded } from './support/send.ts'
import { everyStage, type Stage } from './support/stage.ts'

function expectToHelp(
  stage: Stage,
  { by, call }: Denied,
  calls: Parameters<typeof runAll>[1],
): void {
  stage.trial(() => {
    for (const remedy of calls) {
      expect(remedy.by.length, JSON.stringify(remedy)).toBeGreaterThan(0)
      for (const person of remedy.by) {
        const answer = stage.trial(() => stage.send(person, sentOf(remedy)))
        expect(succeeded(answer), `${person}: ${answer.body}`).toBe(true)
      }
      stage.send(remedy.by[0] ?? '', sentOf(remedy))
    }
    const again = stage.send(by, call)
    expect(succeeded(again), `${JSON.stringify(calls)}: ${again.body}`).toBe(true)
  })
}

describe.each(everyStage)('on $name', ({ stage }) => {
  test(
    'every remedy helps; where there is none, it says why',
    () => {
      fc.assert(
        fc.property(triesOn(stage), (tried) => {
          onDenial(stage, tried, (denied) => {
            const { alternatives, final } = denied.decision
            expect(final === undefined, JSON.stringify(denied.decision)).toBe(
              alternatives.length > 0,
            )
            for (const { calls } of alternatives) {
              expect(calls.length).toBeGreaterThan(0)
              expectToHelp(stage, denied, calls)
            }
          })
        }),
        runs({ cases: shared }),
      )
    },
    timeout,
  )
})
