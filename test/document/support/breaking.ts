import type { Arbitrary } from 'fast-check'
import type { Operation } from './document.ts'
import type { Draft, Fault } from './draft.ts'
import type { Names } from './names.ts'

/** Makes requests of an operation, each with one fault. */
export type Breaking = (operation: Operation, names: Names) => Arbitrary<Draft>

/** The statuses with which the operation may refuse a value that its schema does not allow. */
export const invalid = ({ responses }: Operation): readonly number[] =>
  [422, 400].filter((status) => responses.has(status)).slice(0, 1)

/** The request with a change that puts the fault into it. */
export const withFault = (draft: Draft, fault: Fault, change: Partial<Draft> = {}): Draft => ({
  ...draft,
  ...change,
  headers: { ...draft.headers, ...change.headers },
  fault,
})
