import type { SchemaFault } from '../policy-check/faults.ts'
import { pointer } from '../shared/json-pointer.ts'
import { suggestion } from '../shared/nearest.ts'
import { codesOf } from './codes.ts'
import { defaultEffect } from './outcome.ts'
import type { FaultRule } from './plan.ts'

const outcomes = ['status', 'rate', 'connection', 'offline', 'stale'] as const

/** Finds a rule with no outcome, or several, and an effect that it can't have. */
export function* wrongOutcome(rule: FaultRule): Generator<SchemaFault> {
  const { latency, effect, connection, status } = rule
  const chosen = outcomes.filter((name) => rule[name] !== undefined && rule[name] !== false)
  const [only, second] = chosen
  if (only === undefined && latency === undefined) {
    yield {
      pointer: '',
      message: 'The rule does nothing.',
      fix: `Add one of latency, ${outcomes.join(', ')}.`,
    }
  }
  if (second !== undefined) {
    yield {
      pointer: pointer(second),
      message: `A rule can't have ${chosen.join(' and ')}.`,
      fix: 'Split it into several rules: the first that strikes decides.',
    }
  }
  const isFree = status !== undefined || connection === 'reset' || connection === 'stall'
  if (effect === undefined || isFree || effect === defaultEffect(rule)) return
  yield {
    pointer: '/effect',
    message: `It can't be "${effect}" here.`,
    fix: 'Leave it out. Only status and the connections reset and stall can be lost before or after the effect.',
  }
}

const needsStatus = {
  message: 'It belongs to a status.',
  fix: 'Add "status", such as 503, or leave it out.',
}

/** Finds members of an answer that don't belong to its status. */
export function* wrongProblem({
  status,
  rate,
  problem,
  retryAfter,
}: FaultRule): Generator<SchemaFault> {
  const answered = rate ? 429 : status
  if (retryAfter !== undefined && status === undefined)
    yield { pointer: '/retryAfter', ...needsStatus }
  if (problem === undefined) return
  if (answered === undefined) yield { pointer: '/problem', ...needsStatus }
  else yield* wrongCode(answered, problem.code)
}

function* wrongCode(status: number, code: string | undefined): Generator<SchemaFault> {
  const known = codesOf(status)
  if (code === undefined || known.includes(code)) return
  const otherwise =
    known.length === 0
      ? 'Leave it out: the API has no code for this status.'
      : `Use ${known.join(' or ')}.`
  yield {
    pointer: '/problem/code',
    message: `No ${status} has the code ${code}.`,
    fix: suggestion(code, known, otherwise),
  }
}
