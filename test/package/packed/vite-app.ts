import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { execute } from '../execute.ts'
import { untilLine } from '../until-line.ts'

/** A user's own app, in a folder outside of the repository. */
export interface ViteApp {
  readonly folder: string
  /** Starts Vite's dev server, passes its URL on, and stops it at the end. */
  serve(then: (url: string) => Promise<void>): Promise<void>
  /** Makes a production build; its files are in `dist`. */
  build(): Promise<void>
  /** Runs a line of a guide: a command of an installed package, as `npx` does. */
  npx(line: string): Promise<string>
  /** Runs a module. */
  node(code: string): Promise<string>
  /** The text of a file. */
  read(name: string): string
}

/**
 * Makes an app in an empty folder with the packed package installed, and Vite beside it. It is removed when
 * the test ends.
 *
 * @param files - Texts, by file name.
 * @param peers - Packages to install too.
 */
export function viteApp(
  files: Readonly<Record<string, string | undefined>>,
  peers: readonly string[] = [],
): ViteApp {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-app-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const modules = join(folder, 'node_modules')
  cpSync(join(inject('consumer'), 'node_modules'), modules, {
    recursive: true,
    verbatimSymlinks: true,
  })
  for (const name of ['vite', ...peers])
    symlinkSync(resolve('node_modules', name), join(modules, name))
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text ?? '')
  }

  const vite = join(modules, 'vite/bin/vite.js')
  // Vitest's own settings would count as development.
  const env = { NODE_ENV: undefined, VITEST: undefined, FORCE_COLOR: undefined, NO_COLOR: '1' }
  return {
    folder,
    serve: (then) =>
      untilLine(
        { command: [vite, '--port', '0'], cwd: folder, pattern: /http:\/\/[\w.]+:\d+/, env },
        ([url = '']) => then(url),
      ),
    async build() {
      await execute(process.execPath, [vite, 'build'], { cwd: folder, env })
    },
    npx(line) {
      const [npx, command = '', ...args] = line.split(' ')
      if (npx !== 'npx') throw new Error(`${line} should begin with npx.`)
      const path = join(modules, command === 'msw' ? 'msw/cli/index.js' : `.bin/${command}`)
      return execute(process.execPath, [path, ...args], { cwd: folder, env })
    },
    node: (code) =>
      execute(process.execPath, ['--input-type=module', '--eval', code], { cwd: folder }),
    read: (name) => readFileSync(join(folder, name), 'utf8'),
  }
}
