/** What was typed can't be: the message says what would be right, so that nobody needs a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
