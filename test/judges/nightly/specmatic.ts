import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { endOf } from '../../support/end-of-process.ts'
import type { Judge } from '../verdict.ts'
import { onEachPolicy, type Outcome, type Stage } from './each-policy.ts'
import { installNightly, pathInNightly } from './installed.ts'

/** Specmatic: the examples of each policy, and what it generates of them that must be refused. */
export const specmatic: Judge = {
  package: 'specmatic',
  async run() {
    if (!(await hasJava())) return { missing: 'Java 17' }
    await installNightly()
    return onEachPolicy(asItReads, generated)
  },
}

const hasJava = async (): Promise<boolean> => {
  const child = spawn('java', ['-version'], { stdio: ['ignore', 'pipe', 'pipe'] })
  return endOf(child).then(
    ({ code }) => code === 0,
    () => false,
  )
}

/**
 * The document without what Specmatic reads otherwise: it generates texts for patterns with a look-ahead that
 * do not match them, and takes the first object of a free form for the form of all.
 */
function asItReads(document: string): string {
  const { paths, ...rest } = JSON.parse(document, (key, value: unknown) =>
    key === 'pattern' && /\(\?|\\ud800/.test(String(value)) ? undefined : value,
  )
  const { '/v1/policy': _, ...others } = paths
  return JSON.stringify({ ...rest, paths: others })
}

const config = `version: 2
contracts:
  - provides:
      - openapi.json
test:
  resiliencyTests:
    enable: all
`

async function generated({ folder, document, origin }: Stage): Promise<Outcome> {
  const file = join(folder, 'specmatic.yaml')
  writeFileSync(file, config)
  const jar = resolve(pathInNightly('specmatic', 'specmatic.jar'))
  const options = ['--testBaseURL', origin, '--config', file]
  const child = spawn('java', ['-jar', jar, 'test', document, ...options], {
    cwd: folder,
    // Of the many ways to leave optional parts out, one each.
    env: { ...process.env, MAX_TEST_REQUEST_COMBINATIONS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { stdout } = await endOf(child)
  const results = Array.from(
    stdout.matchAll(/^ *([+-]ve) +Scenario: (.+) has (SUCCEEDED|FAILED)$/gm),
  )
  const counted = results.filter(
    ([, sign, test = '']) => sign === '-ve' || !test.includes(' where '),
  )
  if (counted.length === 0) throw new Error(stdout.slice(0, 5000))
  const failed = counted.flatMap(([, , test = '', end]) => (end === 'FAILED' ? [test] : []))
  return { tests: counted.length, findings: failed.filter((test) => !isExcused(test)) }
}

/** Refusals that Specmatic expects and nobody needs, each with its reason. */
const excused: readonly { readonly test: RegExp; readonly reason: string }[] = [
  {
    test: / X-Request-Id is set to a value with length greater than maxLength /,
    reason:
      'An id that is too long is replaced, so that a proxy that adds ids can not break a call.',
  },
  {
    test: /^POST \/access\/v1\/evaluations -> 4xx /,
    reason: 'AuthZEN answers a malformed item of a batch at its place, and the batch with 200.',
  },
]

const isExcused = (name: string): boolean => excused.some(({ test }) => test.test(name))
