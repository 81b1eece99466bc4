import { type OperationId, operations } from '../../../src/generated/operations.ts'

export const isOperation = (name: string): name is OperationId => Object.hasOwn(operations, name)

/** The names of the operation's path parameters, in order. */
export const pathParametersOf = (operation: OperationId): readonly string[] =>
  operations[operation].parameters
