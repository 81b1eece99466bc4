import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathIn } from './installed.ts'
import { pathInNightly } from './nightly/installed.ts'
import type { Judge } from './verdict.ts'

/** What is printed of a judge. */
export interface Summary {
  readonly lines: readonly string[]
  /** Whether it found more than its budget allows, or could not finish. */
  readonly failed: boolean
  /** What it needs and this machine lacks. Left out if it ran. */
  readonly missing?: string
}

/** Asks a judge. One that can't run here is reported as not run, and is no failure. */
export async function summaryOf(judge: Judge): Promise<Summary> {
  const started = performance.now()
  try {
    const verdict = await judge.run()
    const name = `${judge.package} ${versionOf(judge.package)}`
    if ('missing' in verdict) {
      const { missing } = verdict
      return { lines: [`NOT RUN ${judge.package}: needs ${missing}`], failed: false, missing }
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
    return { lines: [`FAILED ${judge.package}: ${message}`], failed: true }
  }
}

/** The version that runs: of the folder of the judges, or of the project. */
function versionOf(name: string): string {
  const installed = [pathIn, pathInNightly].map((pathIn) => pathIn(name, 'package.json'))
  const file =
    installed.find((path) => existsSync(path)) ?? join('node_modules', name, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : ''
}
