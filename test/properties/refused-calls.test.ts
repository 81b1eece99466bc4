import { operations } from '../../src/generated/operations.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acme } from '../support/acme.ts'
import { anyCall, anyone } from './calls.ts'
import { runs, timeout } from './runs.ts'
import { send, succeeded } from './send.ts'

const step = fc.record({ by: anyone, call: anyCall })
const steps = fc.array(step, { minLength: 1, maxLength: 12 })

test(
  'a refused call changes nothing but the log, nor does one that only reads; none is a fault',
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const { mock } = acme()
        for (const { by, call } of sequence) {
          const before = mock.state
          const logged = mock.requests.length
          const answer = await send(mock, by, call)
          expect(answer.status, answer.body).toBeLessThan(500)
          const reads = operations[call.operation].method === 'GET'
          if (reads || call.operation.startsWith('access.') || !succeeded(answer)) {
            expect(mock.state === before, `${call.operation} changed the state`).toBe(true)
          }
          expect(mock.requests).toHaveLength(logged + 1)
        }
      }),
      runs(300),
    )
  },
  timeout,
)
