import type { APIPromise } from '../answers/api-promise.ts'
import type { Operation } from '../base/operation.ts'

/** An operation, and how to call it. */
export interface Known {
  readonly operation: Operation
  /** Its method. */
  call(...args: readonly unknown[]): APIPromise<unknown>
}

/** The operations whose methods were made, by their names. */
export interface Operations {
  /** An operation whose method was made. Its id may come from data, such as a remedy. */
  find(id: string): Known
  /** Whether there is such an operation. */
  has(id: string): boolean
}
