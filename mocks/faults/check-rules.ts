import { contract, operationsOn } from '../generated/contract.ts'
import type { SchemaFault } from '../policy-check/faults.ts'
import { pointer } from '../shared/json-pointer.ts'
import { suggestion } from '../shared/nearest.ts'
import { quoted } from '../shared/quoted.ts'
import { wrongNumbers } from './check-numbers.ts'
import { wrongOutcome, wrongProblem } from './check-outcome.ts'
import { knownPatterns, operationsLike } from './patterns.ts'
import type { FaultPlan, FaultRule } from './plan.ts'

/** Finds all that is wrong with a plan of the right shape. */
export function* wrongInPlan({ seed, rules }: FaultPlan): Generator<SchemaFault> {
  if (seed === '')
    yield {
      pointer: '/seed',
      message: 'It is empty.',
      fix: 'Write a text or a number, or leave it out.',
    }
  for (const [index, rule] of rules.entries()) {
    for (const fault of wrongInRule(rule)) {
      yield { ...fault, pointer: pointer('rules', index) + fault.pointer }
    }
  }
}

function* wrongInRule(rule: FaultRule): Generator<SchemaFault> {
  yield* wrongOperations(rule)
  yield* wrongCallers(rule)
  yield* wrongWindow(rule)
  yield* wrongNumbers(rule)
  yield* wrongOutcome(rule)
  yield* wrongProblem(rule)
}

function* wrongOperations({ on, stale }: FaultRule): Generator<SchemaFault> {
  if (on === undefined) return
  const patterns = [on].flat()
  if (patterns.length === 0) {
    yield {
      pointer: '/on',
      message: 'It is empty.',
      fix: `Name an operation, such as "${operationsOn.user.list}", or leave it out for every request.`,
    }
  }
  for (const [index, pattern] of patterns.entries()) {
    if (operationsLike(pattern).length > 0) continue
    yield {
      pointer: typeof on === 'string' ? '/on' : pointer('on', index),
      message: `No operation is called ${quoted(pattern)}.`,
      fix: suggestion(
        pattern,
        knownPatterns(),
        `Use a name such as "${operationsOn.user.list}", or a pattern such as "*.list".`,
      ),
    }
  }
  const named = patterns.flatMap(operationsLike)
  if (stale !== true || named.length === 0 || named.some((one) => contract[one].ifMatch)) return
  yield {
    pointer: '/stale',
    message: 'None of these operations takes If-Match.',
    fix: `Name one that does, such as "${operationsOn.user.update}", or leave "on" out.`,
  }
}

function* wrongCallers({ as }: FaultRule): Generator<SchemaFault> {
  if (as === undefined) return
  const callers = [as].flat()
  if (callers.length > 0 && !callers.includes('')) return
  yield {
    pointer: '/as',
    message: 'It is empty.',
    fix: 'Name a user by id or e-mail address, or leave it out for everyone.',
  }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

function* wrongWindow({ while: window }: FaultRule): Generator<SchemaFault> {
  if (window === undefined) return
  const { from, until } = window
  if (from === undefined && until === undefined) {
    yield { pointer: '/while', message: 'It says no time.', fix: 'Add "from", "until" or both.' }
  }
  for (const [key, text] of Object.entries({ from, until })) {
    if (text === undefined || (instant.test(text) && !Number.isNaN(Date.parse(text)))) continue
    yield {
      pointer: pointer('while', key),
      message: `It is ${quoted(text)}.`,
      fix: 'It must be a date and time with its zone, such as 2026-01-05T09:00:00Z.',
    }
  }
  if (from === undefined || until === undefined || !(Date.parse(from) >= Date.parse(until))) return
  yield {
    pointer: '/while',
    message: 'It ends before it begins.',
    fix: '"until" must be later than "from".',
  }
}
