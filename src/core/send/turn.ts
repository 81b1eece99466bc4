let calls = 0

/**
 * Lets the event loop turn after every hundredth call. The platform frees a Request that follows a
 * signal only then, and nothing else turns the loop where answers come from the same process: a script
 * that awaits a million calls of a mock would keep all of them. A message, since tests fake timers.
 */
export function turnNowAndThen(): Promise<void> | undefined {
  if (++calls % 100 || typeof MessageChannel === 'undefined') return undefined
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const close = () => {
      port1.close()
      resolve()
    }
    port1.addEventListener('message', close, { once: true })
    port1.start()
    port2.postMessage(0)
  })
}
