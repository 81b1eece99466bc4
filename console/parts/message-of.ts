import { printable } from '../../src/core/base/printable.ts'

/** The message of an error, with its invisible characters escaped. */
export const messageOf = (error: unknown): string =>
  printable(error instanceof Error ? error.message : String(error), '\n')
