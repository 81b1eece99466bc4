import { format } from 'node:util'
import { expect } from 'vitest'

/** What `console.log` would print must be what the comment beside it says. */
export function says(comment: string, ...values: readonly unknown[]): void {
  expect(format(...values)).toBe(comment)
}
