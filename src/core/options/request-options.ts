import type { CallLimits } from '../limits/limits.ts'

/** Header names and values. `null` takes a header away that would be sent otherwise. */
export type HeaderOverrides = Readonly<Record<string, string | null | undefined>>

/**
 * What one call may say beside its arguments. Every method takes it last. `null` means none: no
 * headers of its own, no signal, no idempotency key. Unknown names are refused.
 *
 * @example
 * await client.roles.update('reviewer', { name: 'Reviewer' }, { ifMatch: role.etag, timeout: 5_000 })
 */
export interface RequestOptions extends CallLimits {
  /** Ends the call: it rejects with an {@link AbortedError} whose `cause` is the signal's reason. */
  signal?: AbortSignal | null | undefined
  /**
   * Makes a repeat of the same write harmless: the server answers it with what the first one answered.
   * Default: a fresh random UUID for each call of POST, PATCH and DELETE.
   */
  idempotencyKey?: string | null | undefined
  /**
   * Headers for this call. They win over the client's; `null` takes one away. An `Authorization` without
   * credentials is refused: a lost session must not be sent with the client's token.
   */
  headers?: HeaderOverrides | null | undefined
  /**
   * The `etag` that the thing must still have, as read from its JSON (quotes are added).
   * If it has changed since, the call rejects with a {@link PreconditionFailedError}.
   */
  ifMatch?: string | null | undefined
}
