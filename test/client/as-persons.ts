import { AsyncLocalStorage } from 'node:async_hooks'
import type { TokenProvider } from '../../src/index.ts'
import { startClient } from '../support/recording-client.ts'
import type { RecordedRequest, Responder } from '../support/recording-server.ts'

/** The person whose request a server is answering. */
export const person = new AsyncLocalStorage<string>()

/** That person's token. */
export const current = () => `tok_${person.getStore()}`

/** The tokens of the requests, sorted. */
export const sendersOf = (requests: readonly RecordedRequest[]) =>
  requests.map(({ headers }) => String(headers.authorization)).toSorted()

/** The questions of a batch. */
export function questionsIn(body: string): unknown[] | undefined {
  const { evaluations }: { evaluations?: unknown[] } = JSON.parse(body)
  return evaluations
}

/** Ways in which a token function may answer. */
export const functions: [string, TokenProvider][] = [
  ['at once', current],
  ['by a promise', async () => current()],
  [
    'after some time',
    async () => {
      const token = current()
      await new Promise(setImmediate)
      return token
    },
  ],
  [
    'after a time that differs',
    async () => {
      const token = current()
      for (let turn = token.length; turn > 0; turn--) await new Promise(setImmediate)
      return token
    },
  ],
]

/** A client with this token. */
export const start = (token: TokenProvider, respond: Responder) => startClient(respond, { token })
