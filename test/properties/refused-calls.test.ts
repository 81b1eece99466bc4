/** Law: a refused call leaves the state unchanged, to the byte, and so does a read or a question. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operations } from '../../src/generated/operations.ts'
import { runs, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { succeeded } from './support/send.ts'
import { everyStage } from './support/stage.ts'
import { become, worldsOn } from './support/worlds.ts'

describe.each(everyStage)('on $name', ({ stage }) => {
  const { any, by } = callsOn(stage)
  const perRun = 8

  test(
    'only the log changes',
    () => {
      const calls = fc.array(fc.record({ person: by, call: any }), {
        minLength: perRun,
        maxLength: perRun,
      })
      fc.assert(
        fc.property(worldsOn(stage), calls, (world, sequence) => {
          stage.trial(() => {
            become(stage, world)
            let before = stage.state()
            for (const { person, call } of sequence) {
              const answer = stage.send(person, call)
              const after = stage.state()
              expect(answer.status, answer.body).toBeLessThan(500)
              const reads =
                operations[call.operation].method === 'GET' || call.operation.startsWith('access.')
              if (reads || !succeeded(answer)) {
                expect(after === before, `${answer.status} changed the state`).toBe(true)
              }
              before = after
            }
          })
        }),
        runs({ perRun }),
      )
    },
    timeout,
  )
})
