import { fork } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { closedPort } from '../../support/closed-port.ts'
import { isUsage, type Usage } from './usage.ts'

/** A server in a process of its own. */
export interface Server {
  readonly url: string
  usage(): Promise<Usage>
  close(): Promise<void>
}

/** Milliseconds that a server may take until it answers. */
const patience = 60_000

/**
 * Starts the program of a server, which listens on the port of 127.0.0.1 in its arguments, and waits
 * until it answers. Rejects with its output if it exits before.
 */
export async function start(
  program: URL,
  argumentsFor: (port: number) => readonly string[],
): Promise<Server> {
  const port = await closedPort()
  const url = `http://127.0.0.1:${port}`
  const child = fork(program, argumentsFor(port), {
    execArgv: ['--import', new URL('tell-usage.ts', import.meta.url).href],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const exit = once(child, 'exit')
  const complaint = child.stderr === null ? '' : text(child.stderr)
  const close = async () => {
    child.kill()
    await exit
  }
  const ended = async (): Promise<never> => {
    const [code] = await exit
    throw new Error(`it ended with ${code}: ${(await complaint).trim()}`)
  }
  try {
    await Promise.race([answering(url), ended()])
  } catch (error) {
    await close()
    throw error
  }
  return {
    url,
    usage() {
      const { promise, resolve } = Promise.withResolvers<Usage>()
      // Some send messages of their own.
      const receive = (message: unknown) => {
        if (!isUsage(message)) return
        child.off('message', receive)
        resolve(message)
      }
      child.on('message', receive)
      child.send('usage')
      return promise
    },
    close,
  }
}

/** Resolves with the first answer, whatever it is. */
async function answering(url: string): Promise<void> {
  const until = performance.now() + patience
  for (;;) {
    try {
      await (await fetch(url)).arrayBuffer()
      return
    } catch (error) {
      if (performance.now() > until) throw new Error('it does not answer', { cause: error })
      await setTimeout(100)
    }
  }
}
