import { pathToFileURL } from 'node:url'
import { execute } from '../package/execute.ts'
import type { Consumer } from './consumer.ts'
import { runInChromium } from './chromium.ts'
import { manifestOf, pathIn } from './installed.ts'
import type { Report } from '../package/consumer/smoke/run-checks.ts'
import type { Addresses } from '../package/consumer/smoke/stage.ts'
import { inJest, inVitest } from './test-runners.ts'
import { runInWorkerd } from './workerd.ts'

/** The runtime of the checks, with its version, and their result. */
export interface Outcome {
  readonly runtime: string
  readonly report: Report
}

export type Run = (consumer: Consumer, addresses: Addresses) => Promise<Outcome>

/** Every runtime, by the name of its package, or its own where it has none; then test runners. */
export const runtimes: Readonly<Record<string, Run>> = {
  node22: onCommandLine('node', 'node22', 'bin/node'),
  node24: onCommandLine('node', 'node24', 'bin/node'),
  node26: onCommandLine('node', 'node26', 'bin/node'),
  // Network permission alone: neither files nor the environment.
  deno: onCommandLine('deno', 'deno', 'bin.cjs', ['run', '--no-prompt', '--allow-net=127.0.0.1']),
  zone: withZone(({ command }) => command),
  'zone-without-async': withZone(({ withoutAsync }) => withoutAsync, ', without async functions'),
  bun: onCommandLine('bun', 'bun', 'bin/bun.exe'),
  workerd: runInWorkerd,
  chromium: runInChromium,
  'happy-dom': inVitest('happy-dom'),
  jsdom: inVitest('jsdom'),
  jest: inJest('node'),
  'jest-jsdom': inJest('jsdom'),
}

/** Node with Angular's promises in place of its own. */
function withZone(programOf: (consumer: Consumer) => string, suffix = ''): Run {
  return async (consumer, addresses) => {
    const zone = pathToFileURL(pathIn('zone.js', 'fesm2015/zone-node.js')).href
    const onNode = onCommandLine('node', 'node24', 'bin/node', ['--import', zone], programOf)
    const { runtime, report } = await onNode(consumer, addresses)
    return { runtime: `${runtime} with zone.js ${manifestOf('zone.js').version}${suffix}`, report }
  }
}

function onCommandLine(
  runtime: string,
  name: string,
  path: string,
  args: readonly string[] = [],
  programOf = ({ command }: Consumer) => command,
): Run {
  return async (consumer, addresses) => {
    const all = [...args, programOf(consumer), JSON.stringify(addresses)]
    const { folder: cwd } = consumer
    const printed = await execute(pathIn(name, path), all, { cwd, timeout: 60_000 })
    return { runtime: `${runtime} ${manifestOf(name).version}`, report: JSON.parse(printed) }
  }
}
