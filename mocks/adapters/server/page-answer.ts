import type { Answer, Message } from '../../message/message.ts'
import { plainProblem } from './plain-problem.ts'

/** A request for a page. */
export type PageRequest = Pick<Message, 'method' | 'headers'> & { readonly origin: string }

/** The head of an answer with a page: it allows no foreign content, no script, and no frame around it. */
export const pageHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const

/** The refusal of a method that pages do not have; undefined for GET and HEAD. */
export function refusedMethod({
  method,
  headers,
}: Pick<PageRequest, 'method' | 'headers'>): Answer | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined
  const detail = `This path has no ${method}. Use GET or HEAD; the API's paths begin with /v1/.`
  const refused = plainProblem({ status: 405, title: 'Method not allowed', detail }, headers)
  return { ...refused, headers: { ...refused.headers, Allow: 'GET, HEAD' } }
}
