import { ConfigurationError } from '../shared/configuration-error.ts'
import { type Duration, milliseconds } from '../shared/duration.ts'
import { valueText } from '../shared/value-text.ts'
import type { Pace } from '../state/pace.ts'
import type { LiveState } from './live-state.ts'

/**
 * The clock of a mock. It starts at 2026-01-05T09:00:00Z and moves by a second with each change, so that
 * the same calls give the same times.
 */
export interface Clock {
  /** The time, ISO 8601. Reading it moves nothing. */
  readonly now: string
  /** What moves the clock: each `change`, `real` time, or nothing, when it is `frozen`. */
  readonly pace: Pace
  /**
   * Sets the time. It may lie before the current one.
   *
   * @param instant - ISO 8601 text, a Date, or milliseconds since 1970; from 1970 to 9999.
   * @throws `ConfigurationError` if it is no such time.
   * @example
   * mock.clock.set('2026-03-01T08:00:00Z')
   */
  set(instant: string | number | Date): void
  /**
   * Moves the time forward.
   *
   * @param duration - Milliseconds, or text such as `'3 days'`, `'90 minutes'` or `'1 day 2 hours'`.
   * @throws `ConfigurationError` if it is negative or can't be read.
   * @example
   * mock.clock.advance('3 days')
   */
  advance(duration: Duration): void
  /** Stops the clock: changes no longer move it. */
  freeze(): void
  /** Lets the clock run with real time, from its current time on. Fake timers of tests move it too. */
  run(): void
  /** Moves the clock by a second with each change, as at the start. */
  followChanges(): void
}

const year10000 = Date.parse('+010000-01-01T00:00:00.000Z')

/** The clock of the state that is current when it is used. */
export const clockOf = (current: () => LiveState): Clock => ({
  get now() {
    return current().platform.store.clock.betweenCalls
  },
  get pace() {
    return current().platform.store.clock.pace
  },
  set(instant) {
    const time = timeOf('clock.set', instant)
    current().changeClock((store) => store.clock.setTime(time))
  },
  advance(duration) {
    const by = milliseconds('clock.advance', duration)
    const time = timeOf('clock.advance', Date.parse(this.now) + by)
    current().changeClock((store) => store.clock.setTime(time))
  },
  freeze: () => current().changeClock((store) => store.clock.setPace('frozen')),
  run: () => current().changeClock((store) => store.clock.setPace('real')),
  followChanges: () => current().changeClock((store) => store.clock.setPace('change')),
})

function timeOf(name: string, instant: unknown): number {
  const time =
    instant instanceof Date
      ? instant.getTime()
      : typeof instant === 'string'
        ? parsed(instant)
        : instant
  if (typeof time === 'number' && time >= 0 && time < year10000) return Math.floor(time)
  throw new ConfigurationError(
    `${name} needs a time from 1970 to 9999, such as "2026-03-01T08:00:00Z", not ${valueText(instant)}.`,
  )
}

/** Text without a zone would mean another time on every machine. */
function parsed(text: string): number {
  const pattern = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/i
  const [, day] = pattern.exec(text) ?? []
  return day !== undefined && isDay(day) ? Date.parse(text) : Number.NaN
}

/** `Date.parse` takes February 31 for March 3. */
function isDay(day: string): boolean {
  const time = Date.parse(day)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
