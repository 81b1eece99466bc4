import { readFileSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'
import { type Fence, readFences } from '../../docs/read-fences.ts'
import { execute } from '../execute.ts'

/** A line that a reader types, and the milliseconds until it has ended. */
export interface Typed {
  readonly line: string
  readonly took: number
  readonly printed: string
}

/** The fences of README.md under a heading. */
export function sectionOf(heading: string): Fence[] {
  const fences = readFences(readFileSync('README.md', 'utf8'))
  const own = fences.filter((fence) => fence.heading === heading)
  if (own.length === 0) throw new Error(`README.md has no code under ${heading}.`)
  return own
}

/** The commands of fences, in order. */
export function linesOf(fences: readonly Fence[]): string[] {
  return fences
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => code.trimEnd().split('\n'))
}

/** Runs a line in a folder as its reader's shell does, with the Node of the tests. */
export async function typeLine(line: string, folder: string): Promise<Typed> {
  const start = performance.now()
  const printed = await execute('sh', ['-c', line], { cwd: folder, env: environment() })
  return { line, took: performance.now() - start, printed }
}

/** The environment of a shell that npm and Vitest did not start. */
export function environment(): Record<string, string | undefined> {
  const ours = Object.keys(process.env).filter((name) => /^(npm_|VITEST|NODE_ENV$)/i.test(name))
  return {
    ...Object.fromEntries(ours.map((name) => [name, undefined])),
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    FORCE_COLOR: undefined,
    NO_COLOR: '1',
    // What npm ci has brought is not fetched again.
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  }
}
