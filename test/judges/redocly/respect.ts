import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { serve } from '../../../mocks/adapters/server/index.ts'
import { documents, printedBy } from '../installed.ts'
import type { Run } from './workflows.ts'

/** What `redocly respect` writes of a file, as far as it is read here. */
interface Report {
  readonly executedWorkflows: readonly {
    readonly workflowId: string
    readonly executedSteps: readonly {
      readonly stepId: string
      readonly checks: readonly { readonly passed: boolean; readonly message: string }[]
    }[]
  }[]
}

/** Runs workflows against a mock on a port; returns the failed checks, and a line if other calls were made than expected. */
export async function respect(script: string, run: Run): Promise<string[]> {
  const mock = await run.start()
  await using server = await serve(mock, { port: 0 })
  const before = mock.requests.length
  const report = await reportOf(script, [
    ...run.workflows.flatMap((workflow) => ['--workflow', workflow]),
    ...['--server', `rolecall=${server.url}`, '--input', JSON.stringify(run.input(mock))],
  ])
  const calls = mock.requests
    .slice(before)
    .map(({ operation, status }) => `${String(operation)} ${status}`)
  return [
    ...failedChecks(report),
    ...(isDeepStrictEqual(calls, run.calls) ? [] : [`The calls were ${calls.join(', ')}.`]),
  ]
}

async function reportOf(script: string, options: readonly string[]): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-respect-'))
  try {
    const file = join(folder, 'report.json')
    const printed = await printedBy(script, [
      ...['respect', documents.workflows, ...options, '--json-output', file],
    ])
    const { files } = JSON.parse(readFileSync(file, 'utf8'))
    const [report]: Report[] = Object.values(files)
    if (!report) throw new Error(printed)
    return report
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const failedChecks = ({ executedWorkflows }: Report): string[] =>
  executedWorkflows.flatMap(({ workflowId, executedSteps }) =>
    executedSteps.flatMap(({ stepId, checks }) =>
      checks
        .filter(({ passed }) => !passed)
        .map(({ message }) => `${workflowId}, ${stepId}: ${message.replaceAll(/\s+/g, ' ')}`),
    ),
  )
