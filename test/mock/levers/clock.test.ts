import { ConfigurationError, createMock } from 'rolecall/mocks'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { as, text } from '../ask.ts'

const start = '2026-01-05T09:00:00.000Z'
const admin = 'admin@acme.test'
const makeTeam = async (mock: ReturnType<typeof createMock>, key: string) =>
  text((await as(mock, admin)('POST /v1/teams', { key })).body, 'createdAt')

test('reading the clock moves nothing; a change moves it by a second', async () => {
  const mock = createMock()
  const { now } = mock.clock
  expect([mock.clock.now, mock.clock.now, mock.clock.pace]).toEqual([now, now, 'change'])
  await as(mock, admin)('GET /v1/teams')
  expect(mock.clock.now).toBe(now)
  const made = await makeTeam(mock, 'qa')
  expect([made, mock.clock.now]).toEqual([mock.clock.now, made])
  expect(Date.parse(made) - Date.parse(now)).toBe(1000)
})

test('set and advance move it, freeze stops it, followChanges moves it on', async () => {
  const mock = createMock()
  mock.clock.set('2026-03-01T08:00:00Z')
  expect(mock.clock.now).toBe('2026-03-01T08:00:00.000Z')
  expect(await makeTeam(mock, 'one')).toBe('2026-03-01T08:00:01.000Z')
  mock.clock.advance('3 days')
  expect(mock.clock.now).toBe('2026-03-04T08:00:01.000Z')
  mock.clock.freeze()
  expect(await makeTeam(mock, 'two')).toBe('2026-03-04T08:00:01.000Z')
  mock.clock.followChanges()
  expect(await makeTeam(mock, 'three')).toBe('2026-03-04T08:00:02.000Z')
  mock.clock.set(start)
  expect(mock.clock.now).toBe(start)
  mock.reset()
  expect(mock.clock.now).toBe(createMock().clock.now)
})

test.each<readonly [string | number | Date, string]>([
  ['2026-03-01', '2026-03-01T00:00:00.000Z'],
  ['2026-03-01T08:00Z', '2026-03-01T08:00:00.000Z'],
  ['2026-03-01T08:00:00.5+02:00', '2026-03-01T06:00:00.500Z'],
  [0, '1970-01-01T00:00:00.000Z'],
  [new Date(start), start],
])('set takes %o', (instant, now) => {
  const { clock } = createMock()
  clock.set(instant)
  expect(clock.now).toBe(now)
})

test.each([
  'noon',
  '2026-03-01T08:00:00',
  '2026-02-31T08:00:00Z',
  '2026-13-01',
  '',
  -1,
  Number.NaN,
  1e300,
  new Date('x'),
  null,
  undefined,
  {},
])('set refuses %o', (instant) => {
  const { clock } = createMock()
  const set = () => Reflect.apply(clock.set, clock, [instant])
  expect(set).toThrow(ConfigurationError)
  expect(set).toThrow('clock.set needs a time from 1970 to 9999, such as "2026-03-01T08:00:00Z"')
  expect(clock.now).toBe(createMock().clock.now)
})

test.each<readonly [string | number, number]>([
  [1500, 1500],
  ['250 ms', 250],
  ['90 s', 90_000],
  ['5 minutes', 300_000],
  ['1.5 h', 5_400_000],
  ['1 hour', 3_600_000],
  ['3 days', 259_200_000],
  ['3d', 259_200_000],
  ['2 Weeks', 1_209_600_000],
  ['1 day 2 hours', 93_600_000],
])('advance takes %o', (duration, by) => {
  const { clock } = createMock()
  const before = Date.parse(clock.now)
  clock.advance(duration)
  expect(Date.parse(clock.now) - before).toBe(by)
})

test.each([
  ['3 dais', 'Did you mean day'],
  ['days', 'not "days"'],
  ['-3 days', 'not "-3 days"'],
  ['3', 'not "3"'],
  ['', 'not ""'],
  [-1, 'not -1'],
  [Number.POSITIVE_INFINITY, 'not Infinity'],
  [null, 'not null'],
  [{}, 'not an object'],
  ['9999999 weeks', 'clock.advance needs a time from 1970 to 9999'],
])('advance refuses %o', (duration, message) => {
  const { clock } = createMock()
  const advance = () => Reflect.apply(clock.advance, clock, [duration])
  expect(advance).toThrow(ConfigurationError)
  expect(advance).toThrow(message)
})

describe('under fake timers', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2030-01-01T00:00:00Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('it answers without a timer', async () => {
    const mock = createMock()
    expect(await makeTeam(mock, 'qa')).toBe(mock.clock.now)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a running clock follows them, from its own time on', async () => {
    const mock = createMock()
    const begin = Date.parse(mock.clock.now)
    const later = () => Date.parse(mock.clock.now) - begin
    mock.clock.run()
    expect(later()).toBe(0)
    vi.advanceTimersByTime(90_000)
    expect(later()).toBe(90_000)
    expect(Date.parse(await makeTeam(mock, 'qa')) - begin).toBe(90_000)
    vi.advanceTimersByTime(10_000)
    mock.token('new@acme.test', { signUp: true })
    expect(Date.parse(mock.history.at(-1)?.at ?? '') - begin).toBe(100_000)
    mock.clock.freeze()
    vi.advanceTimersByTime(10_000)
    expect(later()).toBe(100_000)
  })

  test('a snapshot of a running clock goes on from the time it showed', () => {
    const mock = createMock()
    mock.clock.run()
    vi.advanceTimersByTime(5000)
    const saved = mock.snapshot()
    vi.advanceTimersByTime(60_000)
    const other = createMock({ snapshot: saved })
    expect([other.clock.now, other.clock.pace]).toEqual([saved.clock.now, 'real'])
    expect(other.snapshot()).toEqual(saved)
    vi.advanceTimersByTime(1000)
    expect(Date.parse(other.clock.now) - Date.parse(saved.clock.now)).toBe(1000)
  })
})
