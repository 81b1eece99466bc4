import { format } from 'node:util'
import { expect } from 'vitest'

/** The output of `console.log` must equal the comment beside it. */
export function says(comment: string, ...values: readonly unknown[]): void {
  expect(format(...values)).toBe(comment)
}
