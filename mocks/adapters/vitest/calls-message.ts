import type { MatcherState } from 'vitest'
import { denialText } from '../../../src/index.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import type { LoggedRequest } from '../../log/logged-request.ts'
import { columns, type Line, linesOf } from './call-lines.ts'
import type { CallKind } from './check-calls.ts'
import type { DenialExpectation } from './matchers.ts'

/** What a matcher looked for, and where. */
interface Search {
  readonly kind: CallKind
  readonly operation: OperationId
  readonly expected: DenialExpectation
  /** The whole log. */
  readonly requests: readonly LoggedRequest[]
  /** The calls that match. */
  readonly found: readonly LoggedRequest[]
}

/** What was expected, what was called instead and, of a denial, its decision. */
export function callsMessage(state: MatcherState, search: Search): string {
  const { kind, operation, requests, found } = search
  const all = linesOf(requests)
  const shown =
    found.length > 0 ? linesOf(found) : all.filter((line) => line.operation === operation)
  const denial = kind === 'denied' ? denialIn(shown) : undefined
  const expected = expectation(state, search)
  return [
    ...(shown.length > 0 ? [`${expected}:`, columns(shown)] : [`${expected}.`, othersText(all)]),
    ...(denial ? [denialText(denial)] : []),
  ].join('\n\n')
}

function expectation(
  { isNot, utils }: MatcherState,
  { kind, operation, expected: { as, rule, args, times }, found }: Search,
): string {
  const qualities = [
    `to have been ${kind}`,
    rule !== undefined && `by ${rule}`,
    as !== undefined && `${kind === 'called' ? 'by' : 'for'} ${as}`,
    args && `with ${utils.stringify(args, undefined, { min: true })}`,
    times !== undefined && timesText(times),
  ]
  const seen = isNot ? 'was' : found.length === 0 ? 'was not' : `was ${timesText(found.length)}`
  return `expected ${operation} ${isNot ? 'not ' : ''}${qualities.filter(Boolean).join(' ')}, but it ${seen}`
}

const timesText = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** The decision of the last denied call; without one, that of the last question whose answer is a no. */
const denialIn = (lines: readonly Line[]) =>
  lines.findLast(({ isDenied, decision }) => isDenied && decision)?.decision ??
  lines.findLast(({ decision }) => decision?.outcome === 'no')?.decision

const othersText = (all: readonly Line[]): string =>
  all.length === 0 ? 'The mock was not called.' : `The last of its calls:\n\n${columns(all)}`
