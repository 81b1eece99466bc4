import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished, vi } from 'vitest'
import { run } from '../../mocks/adapters/cli/run.ts'

const main = fileURLToPath(new URL('../../mocks/adapters/cli/main.ts', import.meta.url))

/** The result of a run of `rolecall`. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface Printed {
  out: string
  err: string
}

/** A run of `rolecall mock` in progress. */
export interface Serving {
  /** Its output so far. */
  readonly printed: Printed
  /** Resolves once it has exited. */
  readonly ended: Promise<Ended>
  readonly url: string
}

/** Runs `rolecall` in this process, as if outside a terminal, until it exits. */
export async function runCli(args: readonly string[]): Promise<Ended> {
  const { printed, release } = capture()
  try {
    const code = await run(args)
    return { code, ...printed }
  } finally {
    release()
  }
}

/**
 * Starts `rolecall mock` in this process, on a free port, and waits for its greeting. At the end of the
 * test it is stopped as by Ctrl+C.
 */
export async function startMock(
  args: readonly string[] = [],
): Promise<Serving & { stop(): Promise<Ended> }> {
  const others = process.listeners('SIGINT')
  const greeted = Promise.withResolvers<void>()
  const { printed, release } = capture(() => isGreeted(printed) && greeted.resolve())
  const ended = run(['mock', '--port', '0', ...args]).then((code) => ({ code, ...printed }))
  ended.then(({ err }) => greeted.reject(new Error(`It ended: ${err}`)), greeted.reject)
  const own = () => process.listeners('SIGINT').filter((listener) => !others.includes(listener))
  let heard: readonly NodeJS.SignalsListener[] = []
  const stop = () => {
    for (const listener of own()) if (heard.includes(listener)) listener('SIGINT')
    return ended
  }
  onTestFinished(() => void stop())
  await greeted.promise.finally(release)
  heard = own()
  return { printed, ended, stop, url: urlIn(printed) }
}

/** Runs `rolecall` in a process of its own, outside a terminal. */
export const spawnRolecall = (args: readonly string[]) => spawnMain(args)

/** Runs `rolecall` in a process of its own, outside a terminal, until it exits. */
export const spawnCli = (args: readonly string[]): Promise<Ended> => spawnMain(args).ended

/** Starts `rolecall mock` as a process of its own, on a free port, and waits for its greeting. */
export async function spawnMock(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Serving & { child: ChildProcess }> {
  const { child, printed, ended } = spawnMain(['mock', '--port', '0', ...args], env)
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => isGreeted(printed) && resolve())
    ended.then(({ err }) => reject(new Error(`It ended: ${err}`)), reject)
  })
  return { child, printed, ended, url: urlIn(printed) }
}

function spawnMain(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
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

/** Collects the output, without colours, until it is released. */
function capture(onPrint = () => {}): { readonly printed: Printed; release(): void } {
  const printed = { out: '', err: '' }
  const keep = (stream: keyof Printed) => (text: unknown) => {
    printed[stream] += `${text}\n`
    onPrint()
  }
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(keep('out')),
    vi.spyOn(console, 'error').mockImplementation(keep('err')),
  ]
  const { FORCE_COLOR: forced } = process.env
  delete process.env.FORCE_COLOR
  return {
    printed,
    release() {
      for (const spy of spies) spy.mockRestore()
      if (forced !== undefined) process.env.FORCE_COLOR = forced
    },
  }
}

/** A quiet mock prints its URL alone. */
const isGreeted = ({ out }: Printed): boolean => /Ctrl\+C|^http\S+\n/.test(out)

const urlIn = ({ out }: Printed): string => /http:\/\/[\w.:[\]]+/.exec(out)?.[0] ?? ''
