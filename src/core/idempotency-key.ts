/** A fresh key, so that a write that is repeated on its way takes effect once. */
export function newIdempotencyKey(): string {
  // Pages that came over plain http have a crypto without randomUUID.
  return crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join('-')
}
