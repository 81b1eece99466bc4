import type { OperationId } from '../../src/generated/operations.ts'

/** A call that changed the state. */
export interface HistoryEntry {
  /** The id of its request, as in `mock.requests`. */
  readonly id: string
  /** By the mock's clock, ISO 8601. */
  readonly at: string
  /** The operation; `signUp` for a user's first sign-in, `seed` for what `mock.seed` added. */
  readonly operation: OperationId | 'signUp' | 'seed'
  /** The caller's e-mail address. */
  readonly actor?: string
}
