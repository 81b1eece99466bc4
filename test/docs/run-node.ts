import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { endOf, type Ended } from '../support/end-of-process.ts'

/** Resolves the package to its sources, for `--import`. */
export const fromSource = fileURLToPath(new URL('from-source.ts', import.meta.url))

/** The folder and further variables of a process. */
export interface Place {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs Node on the package's sources, without colours. */
export const runNode = (...args: readonly string[]): Promise<Ended> => runNodeIn({}, ...args)

/** Does so in a folder, or with further variables. */
export async function runNodeIn({ cwd, env }: Place, ...args: readonly string[]): Promise<Ended> {
  const { FORCE_COLOR: _, ...inherited } = process.env
  return endOf(
    spawn(process.execPath, ['--import', fromSource, ...args], {
      cwd,
      env: { ...inherited, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}
