/**
 * Law: the calls of a remedy succeed for any of the users named, and then lead past the denial. No user is
 * named only if nobody may make the call and its reader may not learn that.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Alternative } from '../../src/index.ts'
import { runs, shared, timeout } from './runs.ts'
import { type Denied, denials, onDenial } from './support/denials.ts'
import { personOf } from './support/ended-memberships.ts'
import { sendAsAnyone } from './support/people.ts'
import { sentOf, succeeded } from './support/send.ts'
import { everyStage, type Stage } from './support/stage.ts'

function expectToLeadPast(stage: Stage, denied: Denied, calls: Alternative['calls']): void {
  stage.trial(() => {
    for (const remedy of calls) {
      if (remedy.by.length === 0) {
        expect(sendAsAnyone(stage, sentOf(remedy)), JSON.stringify(remedy)).toBe(false)
        const reader = personOf(stage, denied.by)
        const about = [{ list: 'user' }] as const
        expect(reader && stage.compiled.mayDisclose(stage.world, reader, { about })).toBe(false)
        return
      }
      for (const person of remedy.by) {
        const answer = stage.trial(() => stage.send(person, sentOf(remedy)))
        expect(succeeded(answer), `${person}: ${answer.body}`).toBe(true)
      }
      stage.send(remedy.by[0] ?? '', sentOf(remedy))
    }
    expect(denied.isPast(), JSON.stringify(denied)).toBe(true)
  })
}

describe.each(everyStage)('on $name', ({ stage }) => {
  test.each(denials)(
    'every remedy of $what leads past it; without one, final says why',
    ({ triesOn }) => {
      fc.assert(
        fc.property(triesOn(stage), (tried) => {
          onDenial(stage, tried, (denied) => {
            const { alternatives, final } = denied.decision
            expect(final === undefined, JSON.stringify(denied.decision)).toBe(
              alternatives.length > 0,
            )
            for (const { calls } of alternatives) {
              expect(calls.length).toBeGreaterThan(0)
              expectToLeadPast(stage, denied, calls)
            }
          })
        }),
        runs({ cases: shared }),
      )
    },
    timeout,
  )
})
