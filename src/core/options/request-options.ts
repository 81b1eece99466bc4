import type { CallLimits } from '../limits/limits.ts'

/** Header names and values. `null` removes a header. */
export type HeaderOverrides = Readonly<Record<string, string | null | undefined>>

/**
 * Options of one call, the last argument of every method. `null` means none: no headers of its own, no
 * signal, no idempotency key. Unknown names are refused.
 *
 * @example
 * await client.roles.update('reviewer', { name: 'Reviewer' }, { ifMatch: role.etag, timeout: 5_000 })
 */
export interface RequestOptions extends CallLimits {
  /** Aborts the call: it rejects with an {@link AbortedError} whose `cause` is the signal's reason. */
  signal?: AbortSignal | null | undefined
  /**
   * Makes a repeated write take effect only once: the server repeats the answer of the first.
   * Default: a fresh random UUID for each call of POST, PATCH and DELETE.
   */
  idempotencyKey?: string | null | undefined
  /**
   * Headers for this call. They win over the client's; `null` removes one. An `Authorization` without
   * credentials is refused: a lost session must not be sent with the client's token.
   */
  headers?: HeaderOverrides | null | undefined
  /**
   * The `etag` that the resource must still have, as read from its JSON (quotes are added).
   * If it has changed, the call rejects with a {@link PreconditionFailedError}.
   */
  ifMatch?: string | null | undefined
}
