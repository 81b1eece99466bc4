import { parseArgs } from 'node:util'
import { benchmarkCalls } from './calls.ts'
import { benchmarkLog, benchmarkMembers, benchmarkRemedy } from './console.ts'
import { benchmarkImports } from './imports.ts'
import { benchmarkGrowth, benchmarkHeap, benchmarkStart, benchmarkWays } from './mock.ts'
import { benchmarkPolicy } from './policy.ts'
import { benchmarkServer } from './server.ts'
import { isKept, print, type Report } from './report.ts'

// `npm run bench` prints every table, `npm run bench -- calls` those of one kind; `--check` fails on a
// missed bound.
const benchmarks: Readonly<Record<string, readonly (() => Promise<Report>)[]>> = {
  calls: [benchmarkCalls],
  policy: [benchmarkPolicy],
  imports: [benchmarkImports],
  mock: [benchmarkWays, benchmarkStart, benchmarkGrowth, benchmarkHeap],
  server: [benchmarkServer],
  console: [benchmarkMembers, benchmarkLog, benchmarkRemedy],
}

const options = { check: { type: 'boolean', default: false } } as const
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const unknown = positionals.filter((name) => !Object.hasOwn(benchmarks, name))
if (unknown.length > 0) {
  throw new Error(`No ${unknown.join(', ')} here, but ${Object.keys(benchmarks).join(', ')}`)
}

for (const [name, all] of Object.entries(benchmarks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  for (const run of all) {
    const report = await run()
    console.log(print(report))
    if (values.check && !report.bounds.every(isKept)) process.exitCode = 1
  }
}
