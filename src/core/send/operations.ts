import type { APIPromise } from '../answers/api-promise.ts'
import type { Operation } from '../base/operation.ts'

/** An operation and its method. */
export interface Known {
  readonly operation: Operation
  /** Calls it. */
  call(...args: readonly unknown[]): APIPromise<unknown>
}

/** The operations whose methods were made, by their ids. */
export interface Operations {
  /** Finds an operation. Its id may come from data, such as a remedy. */
  find(id: string): Known
  /** Whether the operation is known. */
  has(id: string): boolean
}
