import { further } from './further.ts'
import { compilers, typeCheck } from './compilers.ts'
import { makeConsumer } from './consumer.ts'
import { installRuntimes } from './installed.ts'
import { type Outcome, runtimes } from './runtimes.ts'
import { withServers } from './servers.ts'

// The packed package on every runtime, test runner and compiler, or on those named: `npm run
// test:runtimes -- deno`. One line each, and a non-zero exit if one fails.
const names = [...Object.keys(runtimes), ...compilers, ...Object.keys(further)]
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0) throw new Error(`No ${unknown.join(', ')} here, but ${names.join(', ')}`)
const isAsked = (name: string) => asked.length === 0 || asked.includes(name)

const [consumer] = await Promise.all([makeConsumer(), installRuntimes()])
const fingerprints = new Map<string, string>()

/** Prints one line for a success, and the whole of a failure. */
async function report(name: string, run: () => Promise<string>): Promise<void> {
  try {
    console.log(`ok ${await run()}`)
  } catch (error) {
    process.exitCode = 1
    console.error(`FAILED ${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function summaryOf({ runtime, report: { passed, failed, fingerprint } }: Outcome): string {
  const failures = Object.entries(failed).map(([check, text]) => `\n  ${check}\n    ${text}`)
  if (failures.length > 0) throw new Error(`${runtime}${failures.join('')}`)
  fingerprints.set(runtime, fingerprint)
  return `${runtime}: ${passed} checks`
}

async function compareStates(): Promise<string> {
  const states = new Set(fingerprints.values())
  if (states.size <= 1) return `state of the mock: the same on ${fingerprints.size} runtimes`
  throw new Error(Array.from(fingerprints, (pair) => `\n  ${pair.join(' ')}`).join(''))
}

/** One after another: they share the served mock. */
async function onRuntimes(): Promise<void> {
  await withServers(consumer.folder, async (addresses) => {
    for (const [name, run] of Object.entries(runtimes)) {
      if (isAsked(name)) await report(name, async () => summaryOf(await run(consumer, addresses)))
    }
  })
  if (fingerprints.size > 1) await report('state of the mock', compareStates)
}

async function byCompilers(): Promise<void> {
  for (const compiler of compilers) {
    if (isAsked(compiler)) await report(compiler, () => typeCheck(compiler, consumer))
  }
}

async function andFurther(): Promise<void> {
  for (const [name, run] of Object.entries(further)) {
    if (isAsked(name)) await report(name, () => run(consumer))
  }
}

try {
  await Promise.all([onRuntimes(), byCompilers().then(andFurther)])
} finally {
  consumer.remove()
}
