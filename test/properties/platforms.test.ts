import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { policies } from '../../mocks/policies/index.ts'
import { isOperation } from '../../mocks/policy/actions.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import type { Alternative } from '../../src/index.ts'
import { callsOn } from './platform-calls.ts'
import { runs, timeout } from './runs.ts'
import { type Answered, type Sent, send, succeeded } from './send.ts'

/** Asks first and calls then, and holds the answers against each other. */
async function expectOneAnswer(mock: Mock, by: string, call: Sent): Promise<Answered> {
  const before = mock.state
  const decision = await mock.client({ as: by }).can<string>(call.operation, ...call.args)
  expect(mock.state === before, 'asking changes nothing').toBe(true)
  const answer = await send(mock, by, call)
  expect(answer.status, answer.body).toBeLessThan(500)
  // A paused member may not even ask what they may.
  if (decision.code !== 'member_paused') {
    expect(decision.allowed, `${answer.status} ${answer.body}`).toBe(succeeded(answer))
    if (!decision.allowed) expect(decision.status).toBe(answer.status)
  }
  if (!succeeded(answer)) expect(mock.state === before, 'a refusal changes nothing').toBe(true)
  return answer
}

async function expectToHelp(mock: Mock, by: string, call: Sent, { calls }: Alternative) {
  for (const { operation, args, by: helpers } of calls) {
    if (!isOperation(operation)) throw new Error(`A remedy names the operation ${operation}.`)
    const answer = await send(mock, helpers[0] ?? '', { operation, args })
    expect(succeeded(answer), `${operation} ${JSON.stringify(args)}: ${answer.body}`).toBe(true)
  }
  const again = await send(mock, by, call)
  expect(succeeded(again), `${JSON.stringify(calls)}: ${again.body}`).toBe(true)
}

describe.each(Object.values<Policy>(policies))('on $name', (policy) => {
  const fresh = (): Mock => createMock({ policy })
  const start = fresh()
  const people = start.users().map(({ email }) => email)
  const step = fc.record({ by: fc.constantFrom(...people), call: callsOn(policy, start) })
  // Once the organization is deleted there is nothing left to ask, nor anyone to answer.
  const earlierStep = step.filter(({ call }) => call.operation !== 'organization.delete')

  test(
    'can says what the call is then answered, a refusal changes nothing, and every remedy helps',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(earlierStep, { maxLength: 3 }),
          step,
          async (earlier, { by, call }) => {
            const mock = fresh()
            for (const one of earlier) await expectOneAnswer(mock, one.by, one.call)
            const { decision } = await expectOneAnswer(mock, by, call)
            for (const alternative of decision?.alternatives ?? []) {
              const copy = fresh()
              for (const one of earlier) await send(copy, one.by, one.call)
              await expectToHelp(copy, by, call, alternative)
            }
          },
        ),
        runs(250),
      )
    },
    timeout,
  )
})
