import { createMock } from 'rolecall/mocks'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const start = '2026-01-05T09:00:00.000Z'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('createMock({ clock })', () => {
  test.each([
    ['change', '2026-01-05T09:00:01.000Z'],
    ['real', '2026-01-05T10:00:00.000Z'],
    ['frozen', start],
  ] as const)('%s moves it so, after a reset too', async (clock, after) => {
    const mock = createMock({ clock })
    const began = Date.parse(mock.clock.now)
    const passed = Date.parse(after) - Date.parse(start)
    mock.clock.freeze()
    mock.reset()
    vi.setSystemTime(Date.now() + 3_600_000)
    const { createdAt } = await mock.client({ as: 'admin@acme.test' }).teams.create({ key: 'qa' })
    expect([Date.parse(createdAt) - began, mock.clock.pace]).toEqual([passed, clock])
  })

  test('takes the place of the pace of a snapshot', () => {
    const snapshot = createMock({ clock: 'frozen' }).snapshot()
    expect(createMock({ snapshot }).clock.pace).toBe('frozen')
    expect(createMock({ snapshot, clock: 'real' }).clock.pace).toBe('real')
  })
})
