import { isRecord } from '../../../src/core/base/kind-of.ts'
import { type OperationId, operations } from '../../../src/generated/operations.ts'
import { contract } from '../../generated/contract.ts'
import { rereadQuery } from '../../message/read-query.ts'
import { pathParametersOf } from '../../policy/world/operations.ts'

/** All arguments of a call: path arguments, then the body or query. Arguments left out count as not sent. */
export function wholeArgs(operation: OperationId, args: readonly unknown[]): unknown[] {
  const count = pathParametersOf(operation).length
  const path = Array.from({ length: count }, (_, index) => reference(args[index]))
  const { input } = operations[operation]
  if (input === undefined) return path
  const last = args[count]
  if (input === 'query' && isRecord(last)) {
    return [...path, rereadQuery(last, contract[operation].query)]
  }
  const nothing = contract[operation].bodyRequired === true ? undefined : {}
  return [...path, last ?? nothing]
}

/** A path argument as text. A value that no path can hold becomes the empty string, which names nothing. */
const reference = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
