import { fingerprint, inProcess } from './in-process.ts'
import { overHttp } from './over-http.ts'
import { type Addresses, setStage } from './stage.ts'

/** What came of the checks. */
export interface Report {
  /** How many held. */
  readonly passed: number
  /** Those that did not, by name, with what happened. */
  readonly failed: Readonly<Record<string, string>>
  /** What the same calls of a mock leave behind: it has to be the same on every runtime. */
  readonly fingerprint: string
}

/** Milliseconds that a check may take, on the slowest machine. */
const enough = 20_000

/** Runs every check. It needs nothing but what all runtimes have. */
export async function runChecks(addresses: Addresses): Promise<Report> {
  const stage = await setStage(addresses)
  const failed: Record<string, string> = {}
  const checks = Object.entries({ ...overHttp, ...inProcess })
  for (const [name, check] of checks) {
    try {
      await inTime(check(stage))
    } catch (error) {
      failed[name] = error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
  }
  return {
    passed: checks.length - Object.keys(failed).length,
    failed,
    fingerprint: await fingerprint(),
  }
}

/** A check that hangs is a check that fails, and is named. */
function inTime(check: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`It took longer than ${enough} ms`))
    const timer = setTimeout(late, enough)
    check.finally(() => clearTimeout(timer)).then(resolve, reject)
  })
}
