import { documents, printedBy } from '../installed.ts'
import type { Judge } from '../verdict.ts'
import { respect } from './respect.ts'
import { runs } from './workflows.ts'

const script = 'node_modules/@redocly/cli/bin/cli.js'

/** Redocly: its strict rules on the documents as published, and the workflows, run against mocks. */
export const redocly: Judge = {
  package: '@redocly/cli',
  async run() {
    const findings: string[] = []
    for (const file of Object.values(documents)) findings.push(...(await objectionsTo(file)))
    for (const run of runs) findings.push(...(await respect(script, run)))
    const workflows = runs.flatMap((run) => run.workflows).length
    const calls = runs.flatMap((run) => run.calls).length
    return {
      judged: `${Object.keys(documents).length} documents, ${workflows} workflows of ${calls} calls`,
      findings,
    }
  },
}

/** What `redocly lint` prints of a document. */
interface Report {
  readonly totals: { readonly ignored: number }
  readonly problems: readonly {
    readonly message: string
    readonly ruleId: string
    readonly location: readonly { readonly pointer: string }[]
  }[]
}

/** Every problem of a document. Those that an ignore file hides count too. */
async function objectionsTo(file: string): Promise<string[]> {
  const printed = await printedBy(script, ['lint', file, '--format', 'json'])
  const { totals, problems }: Report = JSON.parse(printed)
  const shown = problems.map(
    ({ message, ruleId, location }) =>
      `${file}${location[0]?.pointer ?? ''}: ${message} (${ruleId})`,
  )
  return totals.ignored > 0 ? [...shown, `${file}: ${totals.ignored} problems are ignored`] : shown
}
