import { jest } from '@jest/globals'
import { createMock } from 'rolecall/mocks'

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-03-01T08:00:00Z') }))
afterEach(() => jest.useRealTimers())

const day = 24 * 60 * 60 * 1000

test('calls need no timer', async () => {
  const admin = createMock().client({ as: 'admin@acme.test' })

  expect((await admin.users.me()).email).toBe('admin@acme.test')
})

test('the clock of the mock moves by itself', async () => {
  const mock = createMock()
  const admin = mock.client({ as: 'admin@acme.test' })
  const first = await admin.teams.create({ key: 'quality' })

  mock.clock.advance('3 days')

  const second = await admin.teams.create({ key: 'safety' })
  expect(Date.parse(second.createdAt) - Date.parse(first.createdAt)).toBeGreaterThan(3 * day)
})

test('or with the timers of Jest', async () => {
  const mock = createMock({ clock: 'real' })
  const before = Date.parse(mock.clock.now)

  jest.advanceTimersByTime(3 * day)

  expect(Date.parse(mock.clock.now) - before).toBe(3 * day)
})

test('a slow answer waits for them', async () => {
  const mock = createMock({ faults: { rules: [{ latency: 300 }] } })
  let isAnswered = false
  const call = mock
    .client({ as: 'admin@acme.test' })
    .users.me()
    .then(() => (isAnswered = true))

  await jest.advanceTimersByTimeAsync(299)
  expect(isAnswered).toBe(false)
  await jest.advanceTimersByTimeAsync(1)
  await call
})

test('and so do the retries of the client', async () => {
  const mock = createMock({ faults: { rules: [{ status: 503, times: 1 }] } })
  const call = mock.client({ as: 'admin@acme.test' }).users.me()

  await jest.advanceTimersByTimeAsync(500)

  expect((await call).email).toBe('admin@acme.test')
  expect(mock.requests.map(({ status }) => status)).toEqual([503, 200])
})
