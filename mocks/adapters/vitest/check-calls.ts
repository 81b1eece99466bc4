import { isRecord } from '../../../src/core/base/kind-of.ts'
import { operations } from '../../../src/generated/operations.ts'
import type { Mock } from '../../mock/mock.ts'
import { checkOptions, checkValue, isText } from '../../shared/check-options.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import { didYouMean } from '../../shared/nearest.ts'
import { valueText } from '../../shared/value-text.ts'

/** The calls that a matcher looks for. */
export type CallKind = 'called' | 'denied'

const matchers = {
  called: { name: 'toHaveCalled', options: ['as', 'args', 'times'] },
  denied: { name: 'toHaveDenied', options: ['as', 'rule', 'args', 'times'] },
} as const

/** The mock whose log a matcher reads. */
export function mockOf(kind: CallKind, received: unknown): Pick<Mock, 'requests' | 'users'> {
  if (isMock(received)) return received
  throw new ConfigurationError(
    `${matchers[kind].name} needs a mock: expect(mock), with the one that createMock returns.`,
  )
}

const isMock = (value: unknown): value is Mock =>
  isRecord(value) && typeof value.users === 'function' && Array.isArray(value.requests)

/** Throws unless the operation and the expectation can be looked for: a typo would never be found. */
export function checkCalls(kind: CallKind, operation: unknown, expected: unknown): void {
  const { name, options } = matchers[kind]
  const known = Object.keys(operations)
  if (typeof operation !== 'string' || !known.includes(operation)) {
    const hint = typeof operation === 'string' ? didYouMean(operation, known) : ''
    throw new ConfigurationError(
      `${name} needs an operation, such as teams.create, not ${valueText(operation)}.${hint}`,
    )
  }
  checkOptions(`${name}'s expectation`, expected, options, "{ as: 'admin@acme.test' }")
  if (!isRecord(expected)) return
  const { as, rule, args, times } = expected
  checkValue('as', as, isText, 'an e-mail address or id')
  checkValue('rule', rule, isText, 'the id of a rule, such as AD-04')
  checkValue('args', args, (value) => Array.isArray(value), 'a list of arguments')
  checkValue('times', times, isCount, 'a whole number')
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0
