import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

interface Options {
  /** The script and its arguments, for Node to run. */
  readonly command: readonly string[]
  readonly cwd: string
  /** A pattern of the awaited line. */
  readonly pattern: RegExp
  /** Variables beside those of this process; `undefined` removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Runs a command until it prints a line, passes the match on, then stops the command. */
export async function untilLine(
  { command, cwd, pattern, env }: Options,
  then: (match: RegExpMatchArray) => Promise<void>,
): Promise<void> {
  const child = spawn(process.execPath, command, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const match = line.match(pattern)
      if (match) return await then(match)
    }
    throw new Error(`${command.join(' ')} ended without a line like ${String(pattern)}`)
  } finally {
    child.kill()
    await closed
  }
}
