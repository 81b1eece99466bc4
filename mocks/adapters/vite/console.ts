import type { IncomingMessage } from 'node:http'
import type { ViteDevServer } from 'vite'
import type { Answer } from '../../message/message.ts'
import { consoleAnswer } from '../server/console/console-answer.ts'
import { consoleFiles, indexFile } from '../server/console/files.ts'
import { headersOf } from '../server/headers-of.ts'
import { plainProblem } from '../server/plain-problem.ts'
import { splitTarget } from '../server/target.ts'
import { write } from '../server/write.ts'
import type { Middleware } from './middleware.ts'

/** The path of the console below the base of a dev server. */
export const consolePath = ({ config }: Pick<ViteDevServer, 'config'>): string =>
  `${config.base.replace(/\/$/, '')}/__rolecall/`

/**
 * Serves the console below a path, which ends with a slash, and passes all other requests on.
 *
 * @param baseUrl - The path of the mock on the same origin.
 */
export function consoleMiddleware(path: string, baseUrl: string): Middleware {
  return (request, response, next) => {
    const { path: asked } = splitTarget(request.url ?? '/')
    const wire = { cors: {}, bodiless: request.method === 'HEAD' }
    if (`${asked}/` === path) write(response, toFolder(path), wire)
    else if (asked.startsWith(path)) {
      write(response, answerTo(request, asked.slice(path.length), baseUrl), wire)
    } else next()
  }
}

/** Relative addresses in the page need the slash at the end of its own. */
const toFolder = (path: string): Answer => ({ status: 308, headers: { Location: path }, body: '' })

function answerTo(incoming: IncomingMessage, name: string, baseUrl: string): Answer {
  const request = { method: incoming.method ?? 'GET', headers: headersOf(incoming) }
  const files = consoleFiles()
  if (files === undefined) return noConsole(request.headers)
  const settings = { host: 'vite', baseUrl, folder: './' } as const
  return consoleAnswer(files, name === '' ? indexFile : name, request, settings)
}

const noConsole = (headers: Readonly<Record<string, string>>): Answer =>
  plainProblem(
    {
      status: 404,
      title: 'Not found',
      detail:
        'The console is not here: the folder dist/console of rolecall is missing. In a clone of the repository, npm run build makes it.',
    },
    headers,
  )
