import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CoverageFile, CoverageReporterOptions } from 'rolecall/mocks/vitest/reporter'
import { afterAll, describe, expect, test } from 'vitest'
import { type Ended, endOf } from '../support/end-of-process.ts'

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)
const folder = mkdtempSync(join(tmpdir(), 'policy-coverage-'))

afterAll(() => rmSync(folder, { recursive: true }))

interface Run {
  readonly options?: CoverageReporterOptions
  readonly flags?: readonly string[]
  /** The path of the setup file; empty for none. */
  readonly setup?: string
}

/** Runs Vitest on two small files of tests, with the reporter. */
async function run({ options = {}, flags = [], setup }: Run): Promise<Ended> {
  const config = 'test/fixtures/policy-coverage/vitest.config.ts'
  const child = spawn(process.execPath, [vitest, 'run', '--config', config, ...flags], {
    env: {
      ...process.env,
      NO_COLOR: '1',
      // A process of a test runner would be taken for one of this run.
      VITEST: undefined,
      COVERAGE_REPORTER: JSON.stringify({ outputDir: join(folder, 'report'), ...options }),
      ...(setup !== undefined && { COVERAGE_SETUP: setup }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return endOf(child)
}

const written = (name: string): string => readFileSync(join(folder, 'report', name), 'utf8')

function reported(): CoverageFile {
  return JSON.parse(written('coverage.json'))
}

describe('a run of two files in two workers', () => {
  test('fails below a threshold, and says which', async () => {
    const { code, stdout, stderr } = await run({
      options: { threshold: { operations: 80, rules: 2 } },
    })
    expect(stdout).toContain('3 passed')
    expect(code).toBe(1)
    expect(stderr).toContain(
      'Policy coverage: of the operations of adaptive, 2.4 % were seen; threshold.operations is 80 %.',
    )
    expect(stderr).not.toContain('threshold.rules')

    // What one file saw allowed and the other one denied is seen with both.
    expect(stdout).toContain('Policy coverage of Adaptive Engine (adaptive)')
    expect(stdout).toMatch(/Operations +2 % +1 of \d+ seen allowed, 1 of \d+ seen denied/)
    expect(stdout).toMatch(/users\.create +not seen +not seen/)
    expect(stdout).toMatch(/… and \d+ more operations that lack an outcome/)

    const { format, policies } = reported()
    expect(format).toBe('rolecall-coverage-report/1')
    expect(policies.map(({ policy }) => policy.name)).toEqual(['adaptive', 'bigml'])
    expect(policies[0]?.operations).toContainEqual({
      operation: 'roles.create',
      allowed: 1,
      denied: 1,
    })
    const page = written('index.html')
    expect(page).toContain('<th scope="row">roles.create</th>')
    // All is in the page.
    expect(page).not.toMatch(/(src|href)="(?!data:)/)
  }, 60_000)

  test('passes at the threshold, in threads without isolation', async () => {
    const { code } = await run({
      options: { threshold: { operations: 1, leaves: 0 }, html: false },
      flags: ['--pool', 'threads', '--no-isolate', '--maxWorkers', '1'],
    })
    expect(code).toBe(0)
    // A worker hands over what each of its files saw, and no call twice.
    expect(reported().policies[0]?.operations).toContainEqual({
      operation: 'roles.create',
      allowed: 1,
      denied: 1,
    })
  }, 60_000)

  test('fails without the setup file, whose name it says', async () => {
    const options = { threshold: { operations: 1 }, outputDir: join(folder, 'nothing') }
    const { code, stderr } = await run({ options, setup: '' })
    expect(code).toBe(1)
    expect(stderr).toContain('setupFiles lacks rolecall/mocks/vitest/coverage.')
    expect(existsSync(options.outputDir)).toBe(false)
  }, 60_000)

  test('merges shards', async () => {
    const blobs = join(folder, 'blobs')
    for (const shard of ['1/2', '2/2']) {
      const outputFile = join(blobs, `${shard.at(0)}.json`)
      await run({ flags: ['--shard', shard, '--reporter', 'blob', '--outputFile', outputFile] })
    }
    await run({ flags: ['--merge-reports', blobs] })
    expect(reported().policies[0]?.operations).toContainEqual({
      operation: 'roles.create',
      allowed: 1,
      denied: 1,
    })
  }, 60_000)
})
