let made = 0

/** A fresh key, so that a write that is repeated on its way takes effect once. */
export function newIdempotencyKey(): string {
  // Pages that came over plain http have a crypto without randomUUID, and React Native has none. It need
  // not be hard to guess: it is known by user, method and path.
  return globalThis.crypto?.randomUUID?.() ?? [Date.now(), ++made, Math.random()].join('-')
}
