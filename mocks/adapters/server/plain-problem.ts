import type { Answer } from '../../message/message.ts'
import { sentRequestId } from '../../message/request-id.ts'

/** A problem without a code, for requests that never reach the API: all codes belong to the API's document. */
export function plainProblem(
  problem: { readonly status: number; readonly title: string; readonly detail: string },
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Answer {
  const instance = sentRequestId(headers)
  const { title, status, detail } = problem
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(instance !== undefined && { 'X-Request-Id': instance }),
    },
    body: JSON.stringify({ type: 'about:blank', title, status, detail, instance }),
  }
}
