import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { inject } from 'vitest'
import type { Fence } from '../../docs/read-fences.ts'
import { untilLine } from '../until-line.ts'
import { environment, linesOf, sectionOf, type Typed, typeLine } from './typing.ts'

export interface Way {
  /** For JavaScript, a reader replaces `.ts` by `.js` everywhere, as README.md says. */
  readonly language: 'ts' | 'js'
  /** The names in the repository's `node_modules` of packages that are installed under another. */
  readonly instead?: Readonly<Record<string, string>>
  /** Uses the server that a line has started. */
  readonly visit?: (url: string) => Promise<void>
}

/** Somebody in a folder that has the packed package alone, who does what README.md says. */
export interface Reader {
  readonly folder: string
  /** Removes all but the package. */
  begin(): void
  /** Begins, saves the files of a section and types its lines, in order. */
  follow(heading: string, way: Way): Promise<Typed[]>
  /** Saves the files of a section. */
  save(heading: string, way: Way): void
  /** Types a line. */
  type(line: string, way: Way): Promise<Typed>
  /** Removes the folder. */
  leave(): void
}

const named = (text: string, { language }: Way) =>
  language === 'js' ? text.replaceAll('.ts', '.js') : text

const servers = /^npx (vite|rolecall mock .*)$/

/** Makes the folder. Packages beside ours are linked from the repository, so that all have one version. */
export function reader(): Reader {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-reader-'))
  const modules = join(folder, 'node_modules')
  const given = ['package.json', 'package-lock.json', 'node_modules']
  for (const name of given)
    cpSync(join(inject('consumer'), name), join(folder, name), {
      recursive: true,
      verbatimSymlinks: true,
    })
  const own = new Set([...readdirSync(modules), ...readdirSync(join(modules, '.bin'))])

  function begin(): void {
    const remove = (...path: string[]) => rmSync(join(folder, ...path), { recursive: true })
    for (const name of readdirSync(folder)) if (!given.includes(name)) remove(name)
    for (const at of ['node_modules/.bin', 'node_modules'])
      for (const name of readdirSync(join(folder, at))) if (!own.has(name)) remove(at, name)
  }

  /** Does what `npm install` does for the packages of a line. */
  function link(line: string, { instead = {} }: Way): void {
    for (const name of line
      .split(' ')
      .slice(2)
      .filter((word) => !word.startsWith('-'))) {
      const from = resolve('node_modules', instead[name] ?? name)
      symlinkSync(from, join(modules, name))
      const { bin }: { bin?: string | Record<string, string> } = JSON.parse(
        readFileSync(join(from, 'package.json'), 'utf8'),
      )
      for (const [command, path] of Object.entries(
        typeof bin === 'string' ? { [name]: bin } : (bin ?? {}),
      ))
        symlinkSync(join(from, path), join(modules, '.bin', command))
    }
  }

  function save({ saveAs, code }: Fence, way: Way): void {
    if (saveAs) writeFileSync(join(folder, named(saveAs, way)), named(code, way))
  }

  async function serve(line: string, { visit }: Way): Promise<void> {
    const [, command = '', ...args] = line.split(' ')
    const bin = join(modules, '.bin', command)
    const pattern = /http:\/\/[\w.]+:\d+/
    await untilLine(
      { command: [bin, ...args], cwd: folder, pattern, env: environment() },
      ([url]) => visit?.(url) ?? Promise.resolve(),
    )
  }

  async function type(line: string, way: Way): Promise<Typed> {
    const start = performance.now()
    let printed = ''
    if (servers.test(line)) await serve(line, way)
    else if (line.startsWith('npm install ')) link(line, way)
    else ({ printed } = await typeLine(line.replace(/^npx /, 'node_modules/.bin/'), folder))
    return { line, took: performance.now() - start, printed }
  }

  return {
    folder,
    begin,
    type,
    save: (heading, way) => sectionOf(heading).forEach((fence) => save(fence, way)),
    async follow(heading, way) {
      begin()
      const typed: Typed[] = []
      for (const fence of sectionOf(heading)) {
        save(fence, way)
        for (const line of linesOf([fence])) {
          // There is nothing to compile.
          if (way.language === 'js' && /\btsc\b|\btypescript\b/.test(line)) continue
          typed.push(await type(named(line, way), way))
        }
      }
      return typed
    },
    leave: () => rmSync(folder, { recursive: true }),
  }
}
