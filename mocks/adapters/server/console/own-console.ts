import type { Answer } from '../../../message/message.ts'
import type { PageRequest } from '../page-answer.ts'
import { consoleAnswer } from './console-answer.ts'
import { consoleFiles, indexFile } from './files.ts'
import type { ConsoleSettings } from './page.ts'

/** The console's files on a port. Its page is at `/`. */
const folder = '/console/'

/** The page of the server for browsers without JavaScript. */
export const plainPath = '/plain'

/** Whether a path is a file of the console. */
export const isConsolePath = (path: string): boolean => path.startsWith(folder)

/** Answers a request for a file of the console; undefined if the console is not there. */
export const consoleFileAnswer = (path: string, request: PageRequest): Answer | undefined =>
  answerOf(path.slice(folder.length), request)

/** Answers a request for the page at `/`; undefined if the console is not there. */
export const consolePageAnswer = (request: PageRequest): Answer | undefined =>
  answerOf(indexFile, request)

function answerOf(name: string, request: PageRequest): Answer | undefined {
  const files = consoleFiles()
  return files && consoleAnswer(files, name, request, settingsOf(request))
}

/** Below a known prefix, addresses begin with it: its page may be asked for without a slash at the end. */
function settingsOf({ origin }: PageRequest): ConsoleSettings {
  const prefix = new URL(origin).pathname.replace(/\/$/, '')
  const base = prefix === '' ? '.' : prefix
  return {
    host: 'server',
    baseUrl: base,
    folder: `${base}${folder}`,
    plain: `${base}${plainPath}`,
  }
}
