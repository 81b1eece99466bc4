import { calls } from './calls.ts'
import { fingerprint, inProcess } from './in-process.ts'
import { overHttp } from './over-http.ts'
import { type Addresses, inside, type Platform, served } from './stage.ts'

/** The result of the checks. */
export interface Report {
  /** How many passed. */
  readonly passed: number
  /** Failures by name. */
  readonly failed: Readonly<Record<string, string>>
  /** The digest of the same calls to a mock: it must be the same on every runtime. */
  readonly fingerprint: string
}

type Checks = Readonly<Record<string, () => Promise<void>>>

/** Milliseconds that a check may take, on the slowest machine. */
const enough = 20_000

/**
 * Runs every check. It needs only features that all runtimes have.
 *
 * @param further - Checks of features that only some of them have.
 */
export async function runChecks(addresses: Addresses, further: Checks = {}): Promise<Report> {
  const failed: Record<string, string> = {}
  const checks = {
    ...given(overHttp, addresses),
    ...callsBy('over HTTP', await served(addresses)),
    ...callsBy('in process', inside()),
    ...inProcess,
    ...further,
  }
  for (const [name, check] of Object.entries(checks)) {
    try {
      await inTime(check())
    } catch (error) {
      failed[name] = error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
  }
  return {
    passed: Object.keys(checks).length - Object.keys(failed).length,
    failed,
    fingerprint: await fingerprint(),
  }
}

/** The calls of a client that reaches its mock in some way. */
export function callsBy(way: string, platform: Platform): Checks {
  const checks = Object.entries(given(calls, platform))
  return Object.fromEntries(checks.map(([name, check]) => [`${name}, ${way}`, check]))
}

/** The checks, each with its argument. */
function given<T>(checks: Readonly<Record<string, (to: T) => Promise<void>>>, to: T): Checks {
  return Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, () => check(to)]))
}

/** A hanging check fails, and is named. */
function inTime(check: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`It took longer than ${enough} ms`))
    const timer = setTimeout(late, enough)
    check.finally(() => clearTimeout(timer)).then(resolve, reject)
  })
}
