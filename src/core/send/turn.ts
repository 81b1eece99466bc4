let calls = 0

/**
 * Lets the event loop turn after every hundredth call. Only then does the runtime free a Request with a signal, and
 * nothing else turns the loop if answers come from the same process: a script of a million calls to a mock would
 * keep them all. Waits for a digest, which another thread computes, since tests fake timers.
 */
export const turnNowAndThen = (): Promise<unknown> | undefined =>
  ++calls % 100 ? undefined : globalThis.crypto?.subtle?.digest('SHA-256', new Uint8Array())
