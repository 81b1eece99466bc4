/**
 * A reporter for Vitest: prints how much of a policy the tests saw, writes it as HTML and JSON, and fails
 * the run below a threshold. It needs the setup file `rolecall/mocks/vitest/coverage`.
 *
 * @module rolecall/mocks/vitest/reporter
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Reporter, Vitest } from 'vitest/node'
import type { Coverage } from '../../../coverage/coverage.ts'
import { mergeByPolicy } from '../../../coverage/merge.ts'
import { percentOf } from '../../../coverage/totals.ts'
import { ConfigurationError } from '../../../shared/configuration-error.ts'
import type { HandedOver } from '../handed-over.ts'
import { type CoverageReporterOptions, parts, readOptions } from './options.ts'
import { pageOf } from './page.ts'
import { tablesOf } from './rows.ts'
import { textOf } from './text.ts'

export { ConfigurationError }
export type { CoverageReporterOptions, CoverageThreshold } from './options.ts'

/** The file that the reporter writes as JSON. */
export interface CoverageFile {
  readonly format: 'rolecall-coverage-report/1'
  readonly policies: readonly Coverage[]
}

/**
 * Reports the policy coverage of a test run: of all its files, workers, projects and merged shards.
 *
 * @throws {@link ConfigurationError} if an option is wrong.
 * @example
 * // vitest.config.ts
 * export default defineConfig({
 *   test: {
 *     setupFiles: ['rolecall/mocks/vitest/coverage'],
 *     reporters: ['default', new CoverageReporter({ threshold: { operations: 80 } })],
 *   },
 * })
 */
export class CoverageReporter implements Reporter {
  readonly #options: Required<CoverageReporterOptions>
  #vitest: Vitest | undefined

  constructor(options: CoverageReporterOptions = {}) {
    this.#options = readOptions(options)
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestRunEnd(): void {
    const vitest = this.#vitest
    if (vitest === undefined) return
    // In watch mode, files that did not run again keep their last result.
    const modules = vitest.state.getTestModules()
    const handedOver = modules.flatMap((one): HandedOver => one.meta().rolecallCoverage ?? [])
    const policies = mergeByPolicy(handedOver)
    const { logger } = vitest
    if (policies.length === 0) {
      this.#fail(`No test made a call of a mock, or setupFiles lacks ${setupFile}.`)
      return
    }
    for (const policy of policies) logger.log(`\n${textOf(policy)}`)
    this.#write(vitest.config.root, policies)
    for (const text of policies.flatMap((policy) => this.#shortfalls(policy))) this.#fail(text)
  }

  /** Says what is wrong. With a threshold, it fails the run. */
  #fail(text: string): void {
    this.#vitest?.logger.error(`\nPolicy coverage: ${text}`)
    if (Object.keys(this.#options.threshold).length > 0) process.exitCode = 1
  }

  #write(root: string, policies: readonly Coverage[]): void {
    const { outputDir, html, json } = this.#options
    const folder = resolve(root, outputDir)
    if (html || json) mkdirSync(folder, { recursive: true })
    if (html) writeFileSync(join(folder, 'index.html'), pageOf(policies))
    if (!json) return
    const file: CoverageFile = { format: 'rolecall-coverage-report/1', policies }
    writeFileSync(join(folder, 'coverage.json'), `${JSON.stringify(file, undefined, 2)}\n`)
  }

  #shortfalls(coverage: Coverage): readonly string[] {
    const { threshold } = this.#options
    const titles = new Map(tablesOf(coverage).map(({ part, title }) => [part, title]))
    return parts.flatMap((part) => {
      const least = threshold[part]
      const share = percentOf(coverage.totals[part])
      if (least === undefined || share >= least) return []
      const title = titles.get(part)?.toLowerCase() ?? part
      const { name } = coverage.policy
      return [
        `of the ${title} of ${name}, ${share.toFixed(1)} % were seen; threshold.${part} is ${least} %.`,
      ]
    })
  }
}

const setupFile = 'rolecall/mocks/vitest/coverage'

// Vitest loads a reporter that is given by its path as the default export.
export { CoverageReporter as default }
