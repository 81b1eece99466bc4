import { canonical } from '../../state/hash.ts'
import type { BrowserMock } from './browser-mock.ts'
import type { StartOptions } from './options.ts'

interface Running {
  /** The options as text; undefined if some are functions, which can't be compared. */
  readonly options: string | undefined
  readonly mock: Promise<BrowserMock>
}

let running: Running | undefined

/**
 * Starts a mock, unless the page runs one with the same options, as after hot module replacement. Stops
 * one with other options first.
 */
export function oneAtATime(
  options: StartOptions,
  start: (options: StartOptions, stopped: () => void) => Promise<BrowserMock>,
): Promise<BrowserMock> {
  const text = textOf(options)
  const before = running
  if (text !== undefined && before?.options === text) return before.mock
  const end = () => {
    if (running === own) running = undefined
  }
  const own: Running = { options: text, mock: startAfter(before, () => start(options, end), end) }
  running = own
  return own.mock
}

function textOf(options: StartOptions): string | undefined {
  if (options.handlers !== undefined) return undefined
  if (Object.values(options).some((value) => typeof value === 'function')) return undefined
  return canonical({ ...options, baseUrl: String(options.baseUrl) })
}

async function startAfter(
  before: Running | undefined,
  start: () => Promise<BrowserMock>,
  failed: () => void,
): Promise<BrowserMock> {
  // One that did not start needs no end.
  const former = await before?.mock.catch(() => undefined)
  await former?.stop()
  try {
    return await start()
  } catch (error) {
    failed()
    throw error
  }
}
