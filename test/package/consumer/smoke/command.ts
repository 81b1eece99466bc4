import { argv } from 'node:process'
import { runChecks } from './run-checks.ts'

// For runtimes with a command line: addresses in, a report out, both as JSON. By `then`: the program is
// also built without async functions.
void runChecks(JSON.parse(argv[2] ?? '')).then((report) => console.log(JSON.stringify(report)))
