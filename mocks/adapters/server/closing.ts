import type { Server } from 'node:http'
import { checkOptions, checkValue } from '../../shared/check-options.ts'

/** Options of {@link MockServer.close}. */
export interface CloseOptions {
  /**
   * How long requests under way may take to get their answers, in milliseconds. Connections without a
   * request are closed at once. Default: 0, which closes every connection at once.
   */
  readonly grace?: number | undefined
}

/** How often connections that have got their answer are looked for, in milliseconds. */
const sweep = 20

/**
 * Makes the function that closes a server. Called again, it hastens what the first call waits for.
 *
 * @param endStreams - Ends the answers that go on until someone ends them.
 */
export function closing(
  server: Server,
  endStreams: () => Promise<void>,
): (options?: CloseOptions) => Promise<void> {
  let closed: Promise<void> | undefined
  return async (options = {}) => {
    checkOptions("server.close's options", options, ['grace'], '{ grace: 5000 }')
    const { grace = 0 } = options
    checkValue('grace', grace, isDuration, 'a number of milliseconds, 0 or more')
    if (closed === undefined && !server.listening) return
    closed ??= new Promise((resolve) => server.close(() => resolve()))
    await endStreams()
    const stops = [
      setInterval(() => server.closeIdleConnections(), sweep),
      setTimeout(() => server.closeAllConnections(), grace),
    ]
    if (grace === 0) server.closeAllConnections()
    await closed
    for (const timer of stops) clearTimeout(timer)
  }
}

const isDuration = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value <= 2 ** 31 - 1
