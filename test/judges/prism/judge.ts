import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { closedPort } from '../../support/closed-port.ts'
import { documents, pathIn, printedBy } from '../installed.ts'
import type { Judge } from '../verdict.ts'
import type { Noted } from './noted.ts'

/** Prism as a proxy between client and mock: it holds every request and answer to the document. */
export const prism: Judge = {
  package: '@stoplight/prism-cli',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-prism-'))
    try {
      const report = join(folder, 'report.json')
      const notes = join(folder, 'notes.jsonl')
      await withProxy(async (ports) => {
        await printedBy('node_modules/vitest/vitest.mjs', [...config, `--outputFile=${report}`], {
          ROLECALL_PRISM: `http://127.0.0.1:${ports.proxy}`,
          ROLECALL_BEHIND_PRISM: String(ports.behind),
          ROLECALL_PRISM_NOTES: notes,
        })
      })
      const { passed, failures } = testsOf(readFileSync(report, 'utf8'))
      const calls = readFileSync(notes, 'utf8').trimEnd().split('\n').map(noted)
      return {
        judged: `${passed} tests, ${calls.length} calls`,
        findings: [...failures, ...new Set(calls.flatMap(violationsOf))],
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const config = ['run', '--config', 'test/judges/prism/vitest.config.ts']

const noted = (line: string): Noted => JSON.parse(line)

interface Ports {
  readonly proxy: number
  /** The port that Prism passes requests on to. */
  readonly behind: number
}

/** Runs Prism, which prints a line for each call, so that its output is not read. */
async function withProxy(use: (ports: Ports) => Promise<void>): Promise<void> {
  const [proxy, behind] = await Promise.all([closedPort(), closedPort()])
  const script = pathIn('@stoplight/prism-cli', 'dist/index.js')
  const upstream = `http://127.0.0.1:${behind}`
  const listen = ['--host', '127.0.0.1', '--port', String(proxy), '--multiprocess', 'false']
  const child = spawn(
    process.execPath,
    [script, 'proxy', documents.api, upstream, ...listen, '--verboseLevel', 'silent'],
    { stdio: 'ignore' },
  )
  const closed = once(child, 'close')
  try {
    await answering(`http://127.0.0.1:${proxy}`)
    await use({ proxy, behind })
  } finally {
    child.kill()
    await closed
  }
}

/** Waits until a server answers, whatever it answers. */
async function answering(url: string): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await sleep(200)) {
    const response = await fetch(url).catch(() => undefined)
    if (response) return
  }
  throw new Error(`Nothing answers at ${url}`)
}

/** What Vitest's JSON report says of the tests. */
interface Report {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

function testsOf(text: string): { passed: number; failures: string[] } {
  const { numPassedTests, testResults }: Report = JSON.parse(text)
  const failures = testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message === '' ? [] : [`${name}: ${message}`]),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${name}: ${fullName}`),
  ])
  return { passed: numPassedTests, failures }
}

/**
 * Violations by an answer, and those by a request that the mock accepted: it should have refused them.
 * AuthZEN answers a malformed item of a batch at its place, and the batch with 200.
 */
const violationsOf = ({ call, status, violations }: Noted): string[] =>
  violations
    .filter(({ location: [side] }) => side === 'response' || status < 400)
    .filter(({ location }) => !location.join('.').startsWith('request.body.evaluations.'))
    .map(({ location, message }) => `${call} ${status}, ${location.join('.')}: ${message}`)
