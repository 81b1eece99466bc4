import { banner } from './printer.ts'

/** The types of the module that `emitValidators` prints. */
export function emitValidatorTypes(): string {
  return `// ${banner}

import type { OperationId } from '../../src/generated/operations.js'

/** A fault, with its place as a JSON pointer. */
export interface Fault {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

/** Whether a value is valid. The faults stay in \`errors\` until the next call. */
export interface Validate {
  (value: unknown): boolean
  readonly errors?: readonly Fault[] | null
}

export interface RequestValidators {
  /** Validates a body, and finds every fault. */
  readonly body?: Validate
  /** Validates a query whose texts were converted to their types, and finds every fault. */
  readonly query?: Validate
}

/** The validators of an operation's input. */
export function requestsOf(operation: OperationId): RequestValidators

/** The validators of an operation's answers, by status. A status without a body has none. */
export function responsesOf(operation: OperationId): Readonly<Record<number, Validate>>
`
}
