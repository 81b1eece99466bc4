/**
 * Law: after any calls in any order, there is exactly one owner, one administrator stays, and seats
 * never run over.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { type MockServer, serve } from '../../mocks/adapters/server/index.ts'
import { runs, timeout } from './runs.ts'
import { Calling, type Commanded } from './support/commands.ts'
import { membershipCallsOn } from './support/membership-calls.ts'
import { modelOf } from './support/model.ts'
import { stages } from './support/stage.ts'

describe.each(stages)('on $policy.name, over HTTP', (stage) => {
  const mock: Mock = createMock({ policy: stage.policy })
  const start = mock.state
  let server: MockServer
  beforeAll(async () => {
    server = await serve(mock, { port: 0 })
  })
  afterAll(() => server.close())

  const commands = membershipCallsOn(stage).map(({ by, call }) => new Calling(by, call))

  test(
    'after any sequence of calls by anyone',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.commands([commands], { maxCommands: 5 }), async (sequence) => {
          if (mock.state !== start) mock.reset()
          const real: Commanded = { mock, url: server.url }
          await fc.asyncModelRun(
            () => ({ model: modelOf(stage.policy.name, start), real }),
            sequence,
          )
        }),
        runs(),
      )
    },
    timeout,
  )
})
