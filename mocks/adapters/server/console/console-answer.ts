import type { Answer } from '../../../message/message.ts'
import { type PageRequest, refusedMethod } from '../page-answer.ts'
import { plainProblem } from '../plain-problem.ts'
import { type ConsoleFiles, etagOf, indexFile } from './files.ts'
import { consolePage, type ConsoleSettings } from './page.ts'

type FileRequest = Pick<PageRequest, 'method' | 'headers'>

/** The head of every file: nothing of another origin, and no script or style in the page itself. */
const headersFor = (ancestors: string) => ({
  'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
})

/** On a port nothing frames the console; in an app its panel does. */
const ancestors = { server: "'none'", vite: "'self'" } as const

/** Answers a request for a file of the console, by its path below the console's folder. */
export function consoleAnswer(
  files: ConsoleFiles,
  name: string,
  request: FileRequest,
  settings: ConsoleSettings,
): Answer {
  const refused = refusedMethod(request)
  if (refused) return refused
  const file = files.get(name)
  if (file === undefined) return missingFile(request)
  const body = name === indexFile ? consolePage(file.body, settings) : file.body
  const etag = etagOf(body)
  const headers = {
    ...headersFor(ancestors[settings.host]),
    'Cache-Control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    Vary: 'Accept, Origin',
    'Content-Type': file.type,
  }
  return isKnown(request, etag)
    ? { status: 304, headers, body: '' }
    : { status: 200, headers, body }
}

function missingFile({ headers }: FileRequest): Answer {
  const detail = 'The console has no such file. Load its page again: another version is served.'
  return plainProblem({ status: 404, title: 'Not found', detail }, headers)
}

/** Whether the reader has this version already. */
const isKnown = ({ headers }: FileRequest, etag: string): boolean =>
  (headers['if-none-match'] ?? '')
    .split(',')
    .some((one) => [etag, '*'].includes(one.trim().replace(/^W\//, '')))
