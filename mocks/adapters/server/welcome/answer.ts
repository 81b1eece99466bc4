import type { Answer, Message } from '../../../message/message.ts'
import { plainProblem } from '../plain-problem.ts'
import { pageOf } from './page.ts'
import { welcome, type Welcoming } from './welcome.ts'

/** Allows no foreign content, no script, and no frame around the page. */
const safely = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  Vary: 'Accept, Origin',
}

/** Answers `GET /`: an HTML page, or the same as JSON if the request accepts JSON and not HTML. */
export function welcomeAnswer(
  mock: Welcoming,
  { method, headers, origin }: Pick<Message, 'method' | 'headers'> & { readonly origin: string },
): Answer {
  if (method !== 'GET' && method !== 'HEAD') {
    const detail = `This path has no ${method}. Use GET or HEAD; the API's paths begin with /v1/.`
    const refused = plainProblem({ status: 405, title: 'Method not allowed', detail }, headers)
    return { ...refused, headers: { ...refused.headers, Allow: 'GET, HEAD' } }
  }
  const told = welcome(mock, origin)
  const accept = headers.accept ?? ''
  const asJson = accept.includes('json') && !accept.includes('text/html')
  return {
    status: 200,
    headers: {
      ...safely,
      'Content-Type': asJson ? 'application/json' : 'text/html; charset=utf-8',
    },
    body: asJson ? JSON.stringify(told, undefined, 2) : pageOf(told),
  }
}
