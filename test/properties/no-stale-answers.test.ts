/** Law: no answer depends on earlier questions, whatever has changed since. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, shared, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import type { Answered, Sent } from './support/send.ts'
import { type Stage, stages } from './support/stage.ts'

interface Asked {
  readonly by: string
  readonly call: Sent
}

/** The answer without the id of its request. */
function toldBy({ status, json }: Answered): object {
  const { instance: _, ...told }: Record<string, unknown> = { ...json }
  return { status, told }
}

/** Asks twice: once on a fresh state, and then for real. */
function expectSame(stage: Stage, { by, call }: Asked): void {
  // A trial knows the state, and no earlier question about it.
  const first = stage.trial(() => stage.send(by, call))
  expect(toldBy(stage.send(by, call))).toEqual(toldBy(first))
}

describe.each(stages)('on $policy.name', (stage) => {
  const { changing, any, by } = callsOn(stage)
  // The audit records the questions of others.
  const reading = any.filter(({ operation }) => operation !== 'audit.list')
  const given = fc.record({
    questions: fc.array(fc.record({ by, call: reading }), { minLength: 1, maxLength: 6 }),
    changes: fc.array(fc.record({ by, call: changing }), { minLength: 1, maxLength: 4 }),
  })

  test(
    'answers and explanations',
    () => {
      fc.assert(
        fc.property(given, ({ questions, changes }) => {
          stage.trial(() => {
            for (const change of changes) {
              for (const one of [...questions, ...questions, change]) expectSame(stage, one)
            }
            for (const one of questions) expectSame(stage, one)
          })
        }),
        runs({ cases: shared, perRun: 4 }),
      )
    },
    timeout,
  )
})
