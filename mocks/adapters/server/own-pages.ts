import type { Answer } from '../../message/message.ts'
import { consoleFileAnswer, isConsolePath, plainPath } from './console/own-console.ts'
import type { PageRequest } from './page-answer.ts'
import { referenceAnswer } from './reference/answer.ts'
import { isRulesPath, rulesAnswer } from './rules/answer.ts'
import { firstAnswer, plainAnswer } from './welcome/answer.ts'
import type { Welcoming } from './welcome/welcome.ts'

const pages: ReadonlyMap<string, (mock: Welcoming, request: PageRequest) => Answer> = new Map([
  ['/', firstAnswer],
  [plainPath, plainAnswer],
  ['/reference', referenceAnswer],
])

/** Whether a path is a page of the server's own, and none of the API. */
export const isOwnPage = (path: string): boolean =>
  pages.has(path) || isRulesPath(path) || isConsolePath(path)

/** The answer of the server's own page at the path; undefined if there is none. */
export function ownPage(mock: Welcoming, path: string, request: PageRequest): Answer | undefined {
  if (isRulesPath(path)) return rulesAnswer(mock, path, request)
  if (isConsolePath(path)) return consoleFileAnswer(path, request)
  return pages.get(path)?.(mock, request)
}
