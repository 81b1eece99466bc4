import type { Answer } from '../../../message/message.ts'
import { consolePageAnswer } from '../console/own-console.ts'
import { pageHeaders, type PageRequest, refusedMethod } from '../page-answer.ts'
import { pageOf } from './page.ts'
import { welcome, type Welcoming } from './welcome.ts'

/**
 * Answers `GET /`: the console, or the facts about the mock as JSON if the request accepts JSON and not
 * HTML. Without the console's files, the plain page takes its place and says how to get them.
 */
export function firstAnswer(mock: Welcoming, request: PageRequest): Answer {
  const refused = refusedMethod(request)
  if (refused) return refused
  if (!acceptsJson(request))
    return consolePageAnswer(request) ?? plainPage(mock, request, noConsole)
  const body = JSON.stringify(welcome(mock, request.origin), undefined, 2)
  return pageAnswer('application/json', body)
}

/** Answers `GET /plain`: the same facts as an HTML page, which needs no JavaScript. */
export const plainAnswer = (mock: Welcoming, request: PageRequest): Answer =>
  refusedMethod(request) ?? plainPage(mock, request)

const noConsole =
  'The console is not here: the folder dist/console of the package is missing. In a clone of the repository, npm run build makes it.'

const plainPage = (mock: Welcoming, { origin }: PageRequest, note?: string): Answer =>
  pageAnswer('text/html; charset=utf-8', pageOf(welcome(mock, origin), note))

const pageAnswer = (type: string, body: string): Answer => ({
  status: 200,
  headers: { ...pageHeaders, Vary: 'Accept, Origin', 'Content-Type': type },
  body,
})

function acceptsJson({ headers: { accept = '' } }: PageRequest): boolean {
  return accept.includes('json') && !accept.includes('text/html')
}
