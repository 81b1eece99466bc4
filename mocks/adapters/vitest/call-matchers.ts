import type { MatcherState } from 'vitest'
import { isDenied } from './call-lines.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import { type CallKind, checkCalls, mockOf } from './check-calls.ts'
import { lowerCase } from '../../shared/lower-case.ts'
import type { LoggedRequest } from '../../log/logged-request.ts'
import { callsMessage } from './calls-message.ts'
import type { CallExpectation, DenialExpectation } from './matchers.ts'

/** The matchers of a mock's log. */
export const callMatchers = {
  toHaveCalled(
    this: MatcherState,
    received: unknown,
    operation: OperationId,
    expected: CallExpectation = {},
  ) {
    return matchCalls(this, 'called', received, operation, expected)
  },

  toHaveDenied(
    this: MatcherState,
    received: unknown,
    operation: OperationId,
    expected: DenialExpectation = {},
  ) {
    return matchCalls(this, 'denied', received, operation, expected)
  },
}

function matchCalls(
  state: MatcherState,
  kind: CallKind,
  received: unknown,
  operation: OperationId,
  expected: DenialExpectation,
) {
  checkCalls(kind, operation, expected)
  const mock = mockOf(kind, received)
  const { requests } = mock
  const { as, rule, args, times } = expected
  const actor = as && (mock.users().find(({ id }) => id === as)?.email ?? lowerCase(as))
  const isFound = (request: LoggedRequest): boolean =>
    request.operation === operation &&
    (kind === 'called' || isDenied(request)) &&
    (actor === undefined || request.actor === actor) &&
    (rule === undefined || request.rule === rule) &&
    (args === undefined || state.equals(request.args, args))
  const found = requests.filter(isFound)
  return {
    pass: times === undefined ? found.length > 0 : found.length === times,
    message: () => callsMessage(state, { kind, operation, expected, requests, found }),
  }
}
