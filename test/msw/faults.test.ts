import { setupServer } from 'msw/node'
import { ConnectionError, createClient, TimeoutError } from 'rolecall'
import { createMock, type FaultRule } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { everyFault, played } from '../support/seeded-calls.ts'

const baseUrl = 'https://platform.example'

/** Intercepts until the test ends. The option for unhandled requests has another name in each major. */
function intercept(...rules: readonly FaultRule[]) {
  const mock = createMock({ faults: { rules } })
  const server = setupServer(...handlers(mock, { baseUrl }))
  const options = { onUnhandledRequest: 'error', onUnhandledFrame: 'error' } as const
  server.listen(options)
  onTestFinished(() => server.close())
  const token = mock.token('admin@acme.test')
  return { mock, client: createClient({ baseUrl, token, random: () => 0 }) }
}

test('MSW answers a status with its problem, three times, then succeeds', async () => {
  const { mock, client } = intercept({ on: 'users.list', status: 503, times: 3 })
  await client.users.list({}, { retries: 3 })
  expect(mock.requests.map(({ status }) => status)).toEqual([503, 503, 503, 200])
})

test.each(['refuse', 'reset', 'cut'] as const)(
  'MSW breaks the connection: %s',
  async (connection) => {
    const { mock, client } = intercept({ on: 'teams.create', connection })
    const lost = client.teams.create({ key: 'qa' }, { retries: 0 })
    await expect(lost).rejects.toThrow(ConnectionError)
    mock.faults.set({ rules: [{ on: 'teams.create', connection, times: 1 }] })
    await client.teams.create({ key: 'qa2' })
    const [, , ...retried] = mock.requests.map(({ replayed }) => replayed)
    expect(retried).toEqual([connection === 'refuse' ? undefined : true])
  },
)

test('MSW never answers a stalled call', async () => {
  const { client } = intercept({ connection: 'stall' })
  await expect(client.users.me({ retries: 0, timeout: 50 })).rejects.toThrow(TimeoutError)
})

test("offline refuses the mock's paths, also with a method that they lack", async () => {
  const { client } = intercept({ offline: true })
  await expect(client.users.me({ retries: 0 })).rejects.toThrow(ConnectionError)
  await expect(fetch(`${baseUrl}/v1/users`, { method: 'PUT' })).rejects.toThrow(TypeError)
})

describe('under fake timers', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('MSW answers late when the test says so', async () => {
    const { mock, client } = intercept({ latency: 60_000 })
    const settled = vi.fn<() => void>()
    const call = client.users.me({ timeout: 100_000 }).then(settled)
    await vi.waitFor(() => expect(mock.requests).toHaveLength(1))
    await vi.advanceTimersByTimeAsync(50_000)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(10_000)
    await call
    expect(settled).toHaveBeenCalledOnce()
  })
})

/** In Node, MSW 3 drops a whole answer if its body fails. */
const withoutCuts = (seen: unknown): unknown =>
  JSON.stringify(seen).includes('"cut"') ? 'no answer' : seen

test('the same plan, seed and calls give the same faults in process and through MSW', async () => {
  const inProcess = createMock({ faults: everyFault })
  const { mock } = intercept()
  mock.faults.set(everyFault)
  const here = await played(inProcess, 60, (path, init) => inProcess.fetch(path, init))
  const there = await played(mock, 60, (path, init) => fetch(`${baseUrl}${path}`, init))
  expect(there.seen.map(withoutCuts)).toEqual(here.seen.map(withoutCuts))
  expect(there.log).toEqual(here.log)
  expect(there.state).toBe(here.state)
})
