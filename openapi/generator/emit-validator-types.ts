import { banner } from './printer.ts'

/** The types of what `emitValidators` prints. */
export function emitValidatorTypes(): string {
  return `// ${banner}

import type { OperationId } from '../../src/generated/operations.js'

/** One thing that is wrong, and where, as a JSON pointer. */
export interface Fault {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

/** Says whether a value is right; what was wrong stays in \`errors\` until the next call. */
export interface Validate {
  (value: unknown): boolean
  readonly errors?: readonly Fault[] | null
}

export interface RequestValidators {
  /** Finds every fault of a body. */
  readonly body?: Validate
  /** Finds every fault of a query whose texts were read as the document says. */
  readonly query?: Validate
}

/** The validators of what an operation is sent. */
export function requestsOf(operation: OperationId): RequestValidators

/** The validators of what an operation answers, by status; a status without a body has none. */
export function responsesOf(operation: OperationId): Readonly<Record<number, Validate>>
`
}
