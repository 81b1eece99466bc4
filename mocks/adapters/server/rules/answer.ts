import type { Answer } from '../../../message/message.ts'
import { quoted } from '../../../shared/quoted.ts'
import { pageHeaders, type PageRequest, refusedMethod } from '../page-answer.ts'
import { plainProblem } from '../plain-problem.ts'
import type { Welcoming } from '../welcome/welcome.ts'

/** The path of the pages of the rules. */
export const rulesPath = '/rules'

/** Whether a path is the index of the rules, or the page of a policy. */
export const isRulesPath = (path: string): boolean =>
  path === rulesPath || path.startsWith(`${rulesPath}/`)

/** Answers `GET /rules` and `GET /rules/<policy>`, for the policy in force. */
export function rulesAnswer(mock: Welcoming, path: string, request: PageRequest): Answer {
  const refused = refusedMethod(request)
  if (refused) return refused
  const { policy, scenario } = mock
  const asked = path.slice(rulesPath.length + 1)
  if (asked === '')
    return page(async () => (await import('./index-page.ts')).indexPage(policy, request.origin))
  if (asked !== encodeURIComponent(policy.name)) {
    const detail = `The policy in force is ${quoted(policy.name)}. Its rules are at ${rulesPath}/${encodeURIComponent(policy.name)}.`
    return plainProblem({ status: 404, title: 'Not found', detail }, request.headers)
  }
  return page(async () => (await import('./page-for.ts')).pageFor(policy, scenario, request.origin))
}

/** The page is loaded and made as it is sent: its examples take a second to find, and few ask for it. */
const page = (make: () => Promise<string>): Answer => ({
  status: 200,
  headers: { ...pageHeaders, Vary: 'Origin', 'Content-Type': 'text/html; charset=utf-8' },
  body: '',
  stream: {
    async *[Symbol.asyncIterator]() {
      yield await make()
    },
  },
})
