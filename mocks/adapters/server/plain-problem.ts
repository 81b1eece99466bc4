import type { Answer } from '../../message/message.ts'

/** A problem without a code, for requests that never reach the API: all codes belong to the API's document. */
export function plainProblem(
  problem: { readonly status: number; readonly title: string; readonly detail: string },
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Answer {
  const requestId = headers['x-request-id']
  const { title, status, detail } = problem
  const instance = typeof requestId === 'string' ? { instance: requestId } : {}
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title, status, detail, ...instance }),
  }
}
