/** Law: a rehearsal changes nothing, and answers what the call then answers, to the byte. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requestedCall } from '../../mocks/control/requested-call.ts'
import type { Mock } from '../../mocks/index.ts'
import { rehearsalOf } from '../../mocks/inspect/index.ts'
import { platformOf } from '../../mocks/mock/state-of.ts'
import { runs, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { mockOf, savedOf, sendTo } from './support/live.ts'
import type { Sent } from './support/send.ts'
import { everyStage } from './support/stage.ts'

/** The rehearsal of a call; undefined for one that no client would send. */
function rehearse(mock: Mock, person: string, { operation, args }: Sent) {
  const platform = platformOf(mock)
  const call = requestedCall(platform, { as: person, operation, args: [...args] })
  return 'ok' in call ? undefined : rehearsalOf(platform, call)
}

describe.each(everyStage)('on $name', ({ stage }) => {
  const { any, by } = callsOn(stage)
  const perRun = 6
  const start = mockOf(stage)
  const calls = fc.array(fc.record({ person: by, call: any }), {
    minLength: perRun,
    maxLength: perRun,
  })

  test(
    'whatever was called before',
    () => {
      fc.assert(
        fc.property(calls, (sequence) => {
          const mock = start.fork()
          for (const { person, call } of sequence) {
            const before = savedOf(mock)
            const logged = mock.requests.length
            const rehearsed = rehearse(mock, person, call)
            expect(savedOf(mock) === before, 'another state than before').toBe(true)
            expect(mock.requests.length).toBe(logged)
            const { status, body } = sendTo(mock, { person, call })
            if (rehearsed === undefined) continue
            expect(rehearsed.status).toBe(status)
            const { answer } = rehearsed
            expect(answer === undefined ? '' : JSON.stringify(answer)).toBe(body)
            const { changes } = rehearsed.effect.resources
            if (status >= 300) expect(changes).toEqual([])
            expect(rehearsed.decision.allowed).toBe(status < 300)
          }
        }),
        runs({ cases: 400, perRun }),
      )
    },
    timeout,
  )
})
