import { writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { runChecks } from './run-checks.ts'
import { onPorts } from './on-ports.ts'
import { throughMsw } from './through-msw.ts'

// For test runners, which provide `test` as a global: addresses in by the environment, a report out into
// a file.
declare const test: (name: string, run: () => Promise<void>, timeout: number) => void

test('the checks', async () => {
  const report = await runChecks(JSON.parse(env.CHECKS_ADDRESSES ?? ''), {
    ...throughMsw(),
    ...onPorts,
  })
  writeFileSync(env.CHECKS_REPORT ?? '', JSON.stringify(report))
}, 120_000)
