import type { SchemaFault } from '../policy-check/faults.ts'
import { pointer } from '../shared/json-pointer.ts'
import { longest } from './chance.ts'
import type { FaultRule } from './plan.ts'

/** A kind of number: its words, and what belongs to it. */
interface NumberKind {
  readonly text: string
  readonly holds: (value: number) => boolean
}

const share: NumberKind = {
  text: 'a number from 0 to 1',
  holds: (value) => value >= 0 && value <= 1,
}
const count: NumberKind = {
  text: 'a whole number, at least 1',
  holds: (value) => Number.isSafeInteger(value) && value >= 1,
}
const status: NumberKind = {
  text: 'a whole number from 400 to 599',
  holds: (value) => Number.isInteger(value) && value >= 400 && value <= 599,
}
const milliseconds: NumberKind = {
  text: `milliseconds, from 0 to ${longest}`,
  holds: (value) => value >= 0 && value <= longest,
}
const period: NumberKind = {
  text: 'a whole number of milliseconds, from 1 to a day (86400000)',
  holds: (value) => Number.isInteger(value) && value >= 1 && value <= 86_400_000,
}
const bucket: NumberKind = {
  text: 'a whole number from 1 to 1000000',
  holds: (value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000,
}
const positive: NumberKind = {
  text: `milliseconds, more than 0 and at most ${longest}`,
  holds: (value) => value > 0 && value <= longest,
}

/** Finds numbers of a rule that are out of bounds. */
export function* wrongNumbers(rule: FaultRule): Generator<SchemaFault> {
  const { nth, latency, rate } = rule
  yield* wrong(share, pointer('share'), rule.share)
  yield* wrong(count, pointer('times'), rule.times)
  yield* wrong(status, pointer('status'), rule.status)
  yield* wrong(milliseconds, pointer('retryAfter'), rule.retryAfter)
  yield* wrongNth(nth)
  if (typeof latency === 'object') {
    const { median, p99 } = latency
    yield* wrong(positive, pointer('latency', 'median'), median)
    yield* wrong(positive, pointer('latency', 'p99'), p99)
    if (p99 < median) {
      yield {
        pointer: pointer('latency', 'p99'),
        message: `It is ${p99}.`,
        fix: `It must be at least the median, ${median}.`,
      }
    }
  } else yield* wrong(milliseconds, pointer('latency'), latency)
  if (rate === undefined) return
  yield* wrong(bucket, pointer('rate', 'requests'), rate.requests)
  yield* wrong(period, pointer('rate', 'per'), rate.per)
}

function* wrongNth(nth: FaultRule['nth']): Generator<SchemaFault> {
  if (nth === undefined) return
  if (typeof nth === 'number') {
    yield* wrong(count, '/nth', nth)
    return
  }
  const numbers: readonly (readonly [string | number, number | undefined])[] =
    'includes' in nth ? [...nth.entries()] : Object.entries(nth)
  for (const [key, value] of numbers) yield* wrong(count, pointer('nth', key), value)
  if (!('includes' in nth) && (nth.from ?? 0) > (nth.to ?? Infinity)) {
    yield {
      pointer: '/nth',
      message: `It ends at call ${nth.to}, before it begins at call ${nth.from}.`,
      fix: 'Write the smaller number as from.',
    }
  }
  if (numbers.length === 0) {
    yield {
      pointer: '/nth',
      message: 'It names no call.',
      fix: 'Write a number, a list of numbers, or an object such as {"every": 3} or {"from": 3, "to": 5}.',
    }
  }
}

function* wrong(
  { text, holds }: NumberKind,
  at: string,
  value: number | undefined,
): Generator<SchemaFault> {
  if (value === undefined || holds(value)) return
  yield { pointer: at, message: `It is ${value}.`, fix: `It must be ${text}.` }
}
