import { Pool } from 'undici'
import type { Server } from './server.ts'

/** A request to repeat. */
export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly token: string
  /** The body of the request of this number. */
  readonly body?: (count: number) => string
  /** The expected status of the answer. */
  readonly status: number
}

/** The key of a request, whatever its body. */
export const keyOf = ({ method, path, token }: Pick<Asked, 'method' | 'path' | 'token'>): string =>
  `${method} ${path} ${token}`

/** An answer without the headers that Node adds. */
export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Sends requests to one server, over sixteen open connections. */
export interface Load {
  /** Sends one request. */
  ask(asked: Asked): Promise<Answered>
  /** Sends requests for these milliseconds. Resolves with the milliseconds of processor of each. */
  askFor(asked: Asked, milliseconds: number): Promise<number>
  close(): Promise<void>
}

const connections = 16

/** Makes the load for a server. */
export function loadOf(server: Server): Load {
  const pool = new Pool(server.url, { connections, pipelining: 1 })
  let count = 0
  const ask = async ({ method, path, token, body }: Asked): Promise<Answered> => {
    count += 1
    const answer = await pool.request({
      method,
      path,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: body(count) }),
    })
    return {
      status: answer.statusCode,
      headers: ownOf(answer.headers),
      body: await answer.body.text(),
    }
  }
  return {
    ask,
    async askFor(asked, milliseconds) {
      const until = performance.now() + milliseconds
      const first = count
      const before = await server.usage()
      const connection = async () => {
        while (performance.now() < until) {
          const { status } = await ask(asked)
          if (status !== asked.status) throw new Error(`${asked.path} was answered ${status}`)
        }
      }
      await Promise.all(Array.from({ length: connections }, connection))
      const after = await server.usage()
      return (after.processor - before.processor) / (count - first)
    },
    close: () => pool.close(),
  }
}

function ownOf(all: Readonly<Record<string, string | string[] | undefined>>): Answered['headers'] {
  const { date: _, connection: __, 'keep-alive': ___, ...own } = all
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, String(value)]))
}
