let made = 0

/** Makes an idempotency key, so that a retried write takes effect only once. */
export function newIdempotencyKey(): string {
  // Pages over plain http have a crypto without randomUUID, and React Native has none. A guessable key will do:
  // the server tells keys apart by user, method and path.
  return globalThis.crypto?.randomUUID?.() ?? [Date.now(), ++made, Math.random()].join('-')
}
