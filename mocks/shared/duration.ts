import { ConfigurationError } from './configuration-error.ts'
import { lowerCase } from './lower-case.ts'
import { didYouMean } from './nearest.ts'
import { valueText } from './value-text.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Milliseconds by unit. */
const units: Readonly<Record<string, number>> = {
  ms: 1,
  millisecond: 1,
  s: second,
  second,
  min: minute,
  minute,
  h: hour,
  hour,
  d: day,
  day,
  week: 7 * day,
}

/** A span of time: milliseconds, or text such as `3 days`, `90 minutes`, `1.5 h` or `1 day 2 hours`. */
export type Duration = number | string

/**
 * A duration in milliseconds.
 *
 * @param name - Its name in messages: `clock.advance's duration`.
 * @throws {@link ConfigurationError} if it is negative or can't be read.
 */
export function milliseconds(name: string, duration: unknown): number {
  const total = typeof duration === 'string' ? parse(duration) : duration
  if (typeof total === 'number' && Number.isFinite(total) && total >= 0) return Math.round(total)
  const unit = typeof duration === 'string' ? unknownUnit(duration) : undefined
  const hint = unit === undefined ? '' : didYouMean(unit, Object.keys(units))
  throw new ConfigurationError(
    `${name} must be milliseconds, or text such as "3 days" or "90 minutes", not ${valueText(duration)}.${hint}`,
  )
}

const part = /(\d+(?:\.\d+)?)\s*([a-z]+)\s*/gi

function parse(text: string): number | undefined {
  if (!/^\s*(?:\d+(?:\.\d+)?\s*[a-z]+\s*)+$/i.test(text)) return undefined
  let total = 0
  for (const [, count, unit = ''] of text.matchAll(part)) {
    const length = unitOf(unit)
    if (length === undefined) return undefined
    total += Number(count) * length
  }
  return total
}

/** The length of a unit, in the singular or plural. */
function unitOf(name: string): number | undefined {
  const lower = lowerCase(name)
  const singular = lower.length > 2 && lower !== 'ms' ? lower.replace(/s$/, '') : lower
  return Object.hasOwn(units, singular) ? units[singular] : undefined
}

const unknownUnit = (text: string): string | undefined =>
  [...text.matchAll(part)].map(([, , unit = '']) => unit).find((unit) => unitOf(unit) === undefined)
