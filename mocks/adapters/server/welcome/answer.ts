import type { Answer } from '../../../message/message.ts'
import { pageHeaders, type PageRequest, refusedMethod } from '../page-answer.ts'
import { pageOf } from './page.ts'
import { welcome, type Welcoming } from './welcome.ts'

/** Answers `GET /`: an HTML page, or the same as JSON if the request accepts JSON and not HTML. */
export function welcomeAnswer(mock: Welcoming, request: PageRequest): Answer {
  const refused = refusedMethod(request)
  if (refused) return refused
  const told = welcome(mock, request.origin)
  const accept = request.headers.accept ?? ''
  const asJson = accept.includes('json') && !accept.includes('text/html')
  return {
    status: 200,
    headers: {
      ...pageHeaders,
      Vary: 'Accept, Origin',
      'Content-Type': asJson ? 'application/json' : 'text/html; charset=utf-8',
    },
    body: asJson ? JSON.stringify(told, undefined, 2) : pageOf(told),
  }
}
