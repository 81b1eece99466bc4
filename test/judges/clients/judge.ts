import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { build } from 'esbuild'
import { createMock } from '../../../mocks/index.ts'
import { serve } from '../../../mocks/adapters/server/index.ts'
import { execute } from '../../package/execute.ts'
import { pathIn, printedBy } from '../installed.ts'
import type { Judge } from '../verdict.ts'
import { type Generator, generators } from './clients.ts'
import { expected, type Learned, type Platform, type Trial } from './trial.ts'

const folder = import.meta.dirname

/** A judge for each generator: its client must compile strictly, and learn of a mock what is expected. */
export const clients: readonly Judge[] = Object.entries(generators).map(([name, generator]) => ({
  package: generator.package,
  run: async () => {
    const mock = createMock()
    await using server = await serve(mock, { port: 0 })
    await generate(name, generator, server.url)
    const faults = await compiled(name)
    if (faults.length > 0) return { judged: 'no call', findings: faults }
    const tokens = { admin: mock.token('admin@acme.test'), lead: mock.token('lead@acme.test') }
    const learned = await tried(name, { baseUrl: server.url, ...tokens })
    return { judged: `${mock.requests.length} calls`, findings: differences(learned) }
  },
}))

async function generate(name: string, { command }: Generator, url: string): Promise<void> {
  rmSync(join(folder, name, 'generated'), { recursive: true, force: true })
  await execute(process.execPath, command, { env: { ROLECALL_BASE_URL: url } })
}

/** The compiler's errors in a trial and in what was generated for it. */
async function compiled(name: string): Promise<string[]> {
  const tsc = pathIn('typescript', 'bin/tsc')
  const printed = await printedBy(tsc, ['--project', join(folder, name)])
  return printed.split('\n').filter((line) => /: error TS\d+: /.test(line))
}

/** Bundles a trial, since generators import without extensions, and runs it. */
async function tried(name: string, platform: Platform): Promise<Learned> {
  const working = mkdtempSync(join(tmpdir(), 'rolecall-judge-'))
  try {
    const outfile = join(working, 'trial.mjs')
    const entryPoints = [join(folder, name, 'trial.ts')]
    await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node' })
    const trial: Trial = await import(pathToFileURL(outfile).href)
    return await trial.learn(platform)
  } finally {
    rmSync(working, { recursive: true, force: true })
  }
}

function differences(learned: Learned): string[] {
  const facts: Readonly<Record<string, unknown>> = { ...learned }
  return Object.entries(expected)
    .filter(([name, value]) => !isDeepStrictEqual(facts[name], value))
    .map(
      ([name, value]) => `${name} is ${JSON.stringify(facts[name])}, not ${JSON.stringify(value)}`,
    )
}
