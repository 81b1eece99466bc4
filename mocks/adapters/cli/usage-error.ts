/** Wrong arguments on the command line. The message says what would be right; it is printed without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
