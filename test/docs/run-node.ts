import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { endOf, type Ended } from '../support/end-of-process.ts'

const fromSource = fileURLToPath(new URL('from-source.ts', import.meta.url))

/** Runs Node on the package's sources, without colours. */
export async function runNode(...args: readonly string[]): Promise<Ended> {
  const { FORCE_COLOR: _, ...env } = process.env
  return endOf(
    spawn(process.execPath, ['--import', fromSource, ...args], {
      env: { ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}
