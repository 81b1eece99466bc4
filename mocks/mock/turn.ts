let calls = 0

/**
 * Lets the event loop turn after every hundredth call. Only then does the runtime free a Request with a signal, and
 * nothing else turns the loop if answers come from the same process: a script of a million calls to a mock would
 * keep them all. Uses a message, since tests fake timers.
 */
export function turnNowAndThen(): Promise<void> | undefined {
  if (++calls % 100 || typeof MessageChannel === 'undefined') return undefined
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- It also starts the port.
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
}
