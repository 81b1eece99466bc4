import { operations } from '../../src/generated/operations.ts'
import type { Mock } from '../../mocks/index.ts'
import type { Decision, OperationId, Problem } from '../../src/index.ts'

/** One call: path arguments, then the body or the query. Unlike a client’s, it may be nonsense. */
export interface Sent {
  operation: OperationId
  args: readonly unknown[]
}

export interface Answered {
  status: number
  body: string
  /** Of a denial. */
  decision: Decision | undefined
}

const queryOf = (input: unknown): string => {
  const pairs = Object.entries(input ?? {}).map(([key, value]) => [key, String(value)])
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

/** The request of a call, built without the client’s checks. */
export function requestOf({ operation, args }: Sent, token: string): Request {
  const { method, path, parameters: names, input, mergePatch } = operations[operation]
  const url = names.reduce(
    (filled, name, index) => filled.replace(`{${name}}`, encodeURIComponent(String(args[index]))),
    path,
  )
  const last = args[names.length]
  const query = input === 'query' ? queryOf(last) : ''
  const type = mergePatch ? 'application/merge-patch+json' : 'application/json'
  return new Request(`http://rolecall.test${url}${query}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(input === 'body' && { 'content-type': type }),
    },
    ...(input === 'body' && last !== undefined && { body: JSON.stringify(last) }),
  })
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value

const decisionIn = (response: Response, body: string): Decision | undefined => {
  if (response.status !== 403) return undefined
  const problem: unknown = JSON.parse(body)
  return isProblem(problem) ? problem.decision : undefined
}

/** Sends a call as that person. */
export async function send(mock: Mock, as: string, sent: Sent): Promise<Answered> {
  const response = await mock.fetch(requestOf(sent, mock.token(as)))
  const body = await response.text()
  return { status: response.status, body, decision: decisionIn(response, body) }
}

export const succeeded = ({ status }: Answered): boolean => status >= 200 && status < 300
