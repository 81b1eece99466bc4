import { argv } from 'node:process'
import { runChecks } from './run-checks.ts'

// For runtimes with a command line: addresses in, a report out, both as JSON.
console.log(JSON.stringify(await runChecks(JSON.parse(argv[2] ?? ''))))
