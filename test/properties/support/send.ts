import { isOperation } from '../../../mocks/policy/world/operations.ts'
import type { Answer, Message } from '../../../mocks/message/message.ts'
import { operations } from '../../../src/generated/operations.ts'
import type { Decision, OperationId, RemedyCall } from '../../../src/index.ts'

/** One call: path arguments, then the body or the query. Unlike a client's, it may be nonsense. */
export interface Sent {
  operation: OperationId
  args: readonly unknown[]
  idempotencyKey?: string
}

export interface Answered {
  status: number
  body: string
  /** The parts of a body that laws read. Parsed when read: most trials look at the status alone. */
  readonly json: Told
}

/** What an answer may say. */
export interface Told {
  readonly code?: string
  readonly detail?: string
  /** Of a denial; and of a question, whether it is allowed. */
  readonly decision?: Decision
}

const queryOf = (input: unknown): string => {
  const pairs = Object.entries(input ?? {}).map(([key, value]) => [key, String(value)])
  return new URLSearchParams(pairs).toString()
}

/** The message of a call, built without the client's checks. */
export function messageOf({ operation, args, idempotencyKey }: Sent, token: string): Message {
  const { method, path, parameters: names, input, mergePatch } = operations[operation]
  const last = args[names.length]
  const hasBody = input === 'body' && last !== undefined
  const type = mergePatch ? 'application/merge-patch+json' : 'application/json'
  return {
    method,
    path: names.reduce(
      (filled, name, index) => filled.replace(`{${name}}`, encodeURIComponent(String(args[index]))),
      path,
    ),
    query: input === 'query' ? queryOf(last) : '',
    headers: {
      authorization: `Bearer ${token}`,
      ...(input === 'body' && { 'content-type': type }),
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    },
    body: hasBody ? JSON.stringify(last) : '',
  }
}

export const answeredBy = ({ status, body }: Answer): Answered => ({
  status,
  body,
  get json() {
    const json: Told = body === '' ? {} : JSON.parse(body)
    return json
  },
})

export const succeeded = ({ status }: Pick<Answered, 'status'>): boolean =>
  status >= 200 && status < 300

/** A remedy's call, to be sent. */
export function sentOf({ operation, args }: Pick<RemedyCall, 'operation' | 'args'>): Sent {
  if (!isOperation(operation)) throw new Error(`A remedy names the operation ${operation}.`)
  return { operation, args }
}
