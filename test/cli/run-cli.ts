import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../../mocks/adapters/cli/main.ts', import.meta.url))

/** What a run of `rolecall` came to. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A run of `rolecall` that goes on. */
export interface Running {
  readonly child: ChildProcess
  /** What it has printed so far. */
  readonly printed: { out: string; err: string }
  /** Resolves when it has ended. */
  readonly ended: Promise<Ended>
}

/** Starts `rolecall` with the arguments, as a process of its own, outside of any terminal. */
function startCli(args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const printed = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()))
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, ...printed }))
  return { child, printed, ended }
}

/** Runs `rolecall` to its end. */
export const runCli = (args: readonly string[], env?: Record<string, string>): Promise<Ended> =>
  startCli(args, env).ended

/** Starts `rolecall mock` on a free port, and waits until it has said all it has to say. */
export async function startMock(
  args: readonly string[] = [],
  env?: Record<string, string>,
): Promise<Running & { url: string }> {
  const running = startCli(['mock', '--port', '0', ...args], env)
  const { child, printed, ended } = running
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => printed.out.includes('Ctrl+C') && resolve())
    ended.then(({ err }) => reject(new Error(`It ended: ${err}`)), reject)
  })
  const [url = ''] = /http:\/\/[\w.:[\]]+/.exec(printed.out) ?? []
  return { ...running, url }
}
