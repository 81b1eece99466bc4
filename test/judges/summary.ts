import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathIn } from './installed.ts'
import type { Judge } from './verdict.ts'

/** What is printed of a judge. */
export interface Summary {
  readonly lines: readonly string[]
  /** Whether it found more than its budget allows, or could not finish. */
  readonly failed: boolean
}

/** Asks a judge. One that can't run here is reported as not run, and is no failure. */
export async function summaryOf(judge: Judge): Promise<Summary> {
  const started = performance.now()
  const name = `${judge.package} ${versionOf(judge.package)}`
  try {
    const verdict = await judge.run()
    if ('missing' in verdict) {
      return { lines: [`NOT RUN ${name}: needs ${verdict.missing}`], failed: false }
    }
    const { findings, judged } = verdict
    const budget = judge.budget ?? 0
    const failed = findings.length > budget
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    const count = `${findings.length} findings of ${budget} allowed`
    return {
      lines: [
        `${failed ? 'FAILED' : 'ok'} ${name}: ${judged}, ${count}, ${seconds} s`,
        ...findings.map((finding) => `  ${finding}`),
      ],
      failed,
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { lines: [`FAILED ${name}: ${message}`], failed: true }
  }
}

/** The version that runs: of the folder of the judges, or of the project. */
function versionOf(name: string): string {
  const own = pathIn(name, 'package.json')
  const file = existsSync(own) ? own : join('node_modules', name, 'package.json')
  return JSON.parse(readFileSync(file, 'utf8')).version
}
