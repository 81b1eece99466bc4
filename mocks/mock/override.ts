import { type OperationId, operations } from '../../src/generated/operations.ts'
import type { ProblemCode } from '../../src/generated/models.ts'
import { contract } from '../generated/contract.ts'
import { problemCodes } from '../generated/problem-codes.ts'
import { MockProblem } from '../platform/overrides.ts'
import { checkOptions, checkValue, isBoolean } from '../shared/check-options.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { didYouMean } from '../shared/nearest.ts'
import { valueText } from '../shared/value-text.ts'

/** Options of an override. */
export interface OverrideOptions {
  /** Whether it answers one call only. Default: false, which lasts until `reset()`. */
  readonly once?: boolean
}

/**
 * Makes a problem for an override to throw: the call is then refused with it.
 *
 * @param status - 400 to 599.
 * @param code - A code of the API's problems.
 * @param detail - What is wrong. Default: the code in words.
 * @throws `ConfigurationError` if the status or the code does not exist.
 * @example
 * mock.override('users.list', () => {
 *   throw problem(503, 'internal_error', 'The directory is being moved.')
 * })
 */
export function problem(status: number, code: ProblemCode, detail?: string): MockProblem {
  checkValue('status', status ?? null, isStatus, 'a whole number from 400 to 599')
  const codes: readonly string[] = Object.values(problemCodes).flat()
  if (!codes.includes(code)) {
    throw new ConfigurationError(
      `code must be a code of the API's problems, not ${valueText(code)}.${didYouMean(valueText(code), codes)}`,
    )
  }
  return new MockProblem(status, code, detail ?? `${code.replaceAll('_', ' ')}.`)
}

const isStatus = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599

/** Throws unless an override of these arguments can answer. */
export function checkOverride(
  operation: string,
  override: unknown,
  options: OverrideOptions,
): asserts operation is OperationId {
  const names = Object.keys(operations)
  if (!names.includes(operation)) {
    throw new ConfigurationError(
      `mock.override takes the name of an operation, not ${valueText(operation)}.${didYouMean(valueText(operation), names)}`,
    )
  }
  if (isPublic(operation)) {
    throw new ConfigurationError(
      `${operation} can't be overridden: it is answered before anybody signs in.`,
    )
  }
  checkValue('override', override ?? null, (value) => typeof value === 'function', 'a function')
  checkOptions("mock.override's options", options, ['once'], '{ once: true }')
  checkValue('once', options.once, isBoolean, 'true or false')
}

const isPublic = (operation: string): boolean =>
  Object.entries(contract).some(([id, terms]) => id === operation && terms.public === true)
