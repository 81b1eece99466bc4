import { spawn } from 'node:child_process'
import { endOf } from '../support/end-of-process.ts'

interface Options {
  readonly cwd?: string
  /** Variables beside those of this process; `undefined` removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Milliseconds until the command is stopped. */
  readonly timeout?: number
}

/** Runs a command; returns its output. A failing one rejects with the output in its message. */
export async function execute(
  command: string,
  args: readonly string[],
  { cwd, env, timeout }: Options = {},
): Promise<string> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    timeout,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { code, stdout, stderr } = await endOf(child)
  if (code === 0) return stdout.trimEnd()
  throw new Error([`${command} ${args.join(' ')} ended with ${code}`, stdout, stderr].join('\n'))
}
