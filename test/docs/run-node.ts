import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const fromSource = fileURLToPath(new URL('from-source.ts', import.meta.url))

/** What a process left behind. */
export interface Ended {
  /** The exit code; null if a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
}

/** Runs Node on the package's sources, without colours. */
export async function runNode(...args: readonly string[]): Promise<Ended> {
  const { FORCE_COLOR: _, ...env } = process.env
  const child = spawn(process.execPath, ['--import', fromSource, ...args], {
    env: { ...env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}
