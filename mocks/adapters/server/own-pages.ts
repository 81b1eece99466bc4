import type { Answer } from '../../message/message.ts'
import type { PageRequest } from './page-answer.ts'
import { referenceAnswer } from './reference/answer.ts'
import { isRulesPath, rulesAnswer } from './rules/answer.ts'
import { welcomeAnswer } from './welcome/answer.ts'
import type { Welcoming } from './welcome/welcome.ts'

const pages: ReadonlyMap<string, (mock: Welcoming, request: PageRequest) => Answer> = new Map([
  ['/', welcomeAnswer],
  ['/reference', referenceAnswer],
])

/** Whether a path is a page of the server's own, and none of the API. */
export const isOwnPage = (path: string): boolean => pages.has(path) || isRulesPath(path)

/** The answer of the server's own page at the path; undefined if there is none. */
export const ownPage = (mock: Welcoming, path: string, request: PageRequest): Answer | undefined =>
  isRulesPath(path) ? rulesAnswer(mock, path, request) : pages.get(path)?.(mock, request)
