import { spawn } from 'node:child_process'
import { endOf } from '../support/end-of.ts'

interface Options {
  readonly cwd?: string
  /** Variables beside those of this process; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Milliseconds until the command is ended. */
  readonly timeout?: number
}

/** Runs a command; answers what it printed. One that fails rejects with all of that in its message. */
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
