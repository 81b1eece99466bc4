import type { Decision } from '../../../src/generated/models.ts'
import { callText } from '../../../src/index.ts'
import type { LoggedRequest } from '../../log/logged-request.ts'
import { brief } from '../../shared/brief.ts'

/** A call, or a question about one, for a message. */
export interface Line {
  readonly operation: string | undefined
  /** Who, what, and the answer. */
  readonly cells: readonly [string, string, string]
  /** Whether the call itself was refused by a rule of the policy. */
  readonly isDenied: boolean
  readonly decision: Decision | undefined
}

/** Whether the policy refused a call: a refusal by the API itself has no rule. */
export const isDenied = ({ status, rule }: LoggedRequest): boolean =>
  status === 403 || rule !== undefined

/** The calls and the questions of requests: one that asks several questions has several lines. */
export const linesOf = (requests: readonly LoggedRequest[]): Line[] => requests.flatMap(linesIn)

function linesIn(request: LoggedRequest): Line[] {
  const { actor = 'nobody', operation, args = [], method, path, status, code, rule } = request
  const { question, decision, questions = question && [question], decisions = [decision] } = request
  if (questions === undefined) {
    const call = operation ? callText({ operation, args: [...args] }) : `${method} ${path}`
    const cells = cellsOf(actor, call, [status, code, rule])
    return [{ operation, cells, isDenied: isDenied(request), decision }]
  }
  return questions.map(({ action, args: asked = [] }, at) => {
    const answer = decisions[at]
    const call = `can ${callText({ operation: action, args: [...asked] })}`
    const outcome = [answer && outcomes[answer.outcome], answer?.rule]
    const cells = cellsOf(actor, call, outcome)
    return { operation: action, cells, isDenied: false, decision: answer }
  })
}

const outcomes = { yes: 'allowed', no: 'denied', depends: 'depends' } as const

const cellsOf = (actor: string, call: string, answer: readonly unknown[]): Line['cells'] => [
  actor,
  brief(call, 200),
  answer.filter(Boolean).join(' '),
]

/** The most lines that a message shows. */
const most = 5

/** The last of the lines, in columns. */
export function columns(lines: readonly Line[]): string {
  const rows = lines.slice(-most).map(({ cells }) => cells)
  const width = (at: 0 | 1) => Math.max(...rows.map((row) => row[at].length))
  return rows
    .map(([who, what, answer]) => `  ${who.padEnd(width(0))}  ${what.padEnd(width(1))}  ${answer}`)
    .join('\n')
}
