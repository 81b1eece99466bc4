/** Laws of every single answer, whatever was asked. */
import { operationsAt } from './document.ts'
import type { Draft } from './draft.ts'
import type { Received, Sent } from './exchange.ts'
import { namingFaults } from './naming.ts'
import { problemIn } from './problem.ts'
import { brokenPromises } from './promised.ts'

export interface Seen {
  readonly draft: Draft
  readonly sent: Sent
  readonly answer: Received
  /** The state of the platform before and after. */
  readonly before: string
  readonly after: string
}

function stateFaults({ draft, answer, before, after }: Seen): string[] {
  const isSafe = draft.operation?.isSafe !== false || answer.status >= 400
  return isSafe && before !== after ? ['The state changed.'] : []
}

/** Refusals of requests that are no HTTP/1.1, which never reach the API. */
export const isOfTransport = (answer: Received): boolean =>
  problemIn(answer).type === 'about:blank' && [400, 413, 417, 431].includes(answer.status)

function problemFaults(answer: Received): string[] {
  if (answer.status < 400) return []
  const { status, title, detail, instance, code, type } = problemIn(answer)
  const faults: string[] = []
  if (status !== answer.status) faults.push(`The problem's status is ${String(status)}.`)
  if (type !== `urn:rolecall:problem:${String(code)}`)
    faults.push(`The problem's type is ${String(type)}.`)
  if (typeof title !== 'string' || title === '') faults.push('The problem has no title.')
  if (typeof detail !== 'string' || !/[.?)]$/.test(detail))
    faults.push(`The detail is no sentence: ${String(detail)}`)
  if (instance !== answer.headers['x-request-id'])
    faults.push(`The problem's instance is ${String(instance)}.`)
  return faults
}

/** Codes of refusals that come before a fault of the request is looked at. */
const first = ['enforcement_point', 'member_paused', 'not_a_member', 'operation_not_offered']

const comesFirst = ({ as }: Draft, answer: Received): boolean => {
  const { code, detail } = problemIn(answer)
  const isDeleted = answer.status === 404 && detail === 'The organization was deleted.'
  return as !== undefined && (first.includes(String(code)) || isDeleted)
}

function refusalFaults({ draft, answer }: Seen): string[] {
  const { fault } = draft
  if (!fault || comesFirst(draft, answer)) return []
  if (!fault.statuses.includes(answer.status))
    return [
      `The request has a fault (${fault.how}), but its answer is no ${fault.statuses.join(', ')}.`,
    ]
  const { detail, errors = [] } = problemIn(answer)
  const text = [
    String(detail),
    ...errors.map(({ pointer, message }) => `${pointer} ${message}`),
  ].join('\n')
  return fault.names === undefined || text.includes(fault.names)
    ? []
    : [
        `The answer does not name the fault (${fault.how}): it lacks ${JSON.stringify(fault.names)}.`,
      ]
}

/** A valid request is never malformed, even if its values name nothing or break a rule. */
function acceptanceFaults({ draft, answer }: Seen): string[] {
  if (draft.fault || draft.isOdd || !draft.operation) return []
  const { code } = problemIn(answer)
  // Without a 422, a 400 also stands for values that are right by the document, and wrong together.
  const isJudged = code === 'invalid_cursor' || !draft.operation.responses.has(422)
  const isRefused =
    [405, 413, 415].includes(answer.status) ||
    code === 'malformed_json' ||
    (answer.status === 400 && !isJudged)
  return isRefused ? ['The request is valid by the document, but refused as malformed.'] : []
}

function allowFaults({ sent, draft, answer }: Seen): string[] {
  if (answer.status !== 405) return []
  const template = draft.fault?.path
  const methods = operationsAt(template ?? '').map(({ method }) => method)
  const all = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].toSorted()
  const allow = (answer.headers.allow ?? '').split(', ').toSorted()
  return String(allow) === String(all)
    ? []
    : [`Allow is ${String(allow)} for ${sent.target}, not ${String(all)}.`]
}

/** Ids that come back unchanged. */
const echoed = /^[!-~]([ -~]{0,1022}[!-~])?$/

function requestIdFaults({ sent, answer }: Seen): string[] {
  const given = sent.headers['x-request-id']
  return given === undefined || !echoed.test(given) || given === answer.headers['x-request-id']
    ? []
    : [`X-Request-Id was ${given}, and came back as ${answer.headers['x-request-id']}.`]
}

/** The tags of the generated requests that no resource has. */
const stale = ['"none-of-these"', 'W/"weak"', '"a", "b"', 'x']

function preconditionFaults({ draft, sent, answer }: Seen): string[] {
  const isGuarded = draft.operation?.headers.has('if-match') === true
  const isStale = isGuarded && stale.includes(sent.headers['if-match'] ?? '')
  return isStale && answer.status < 300 && answer.headers['idempotency-replayed'] === undefined
    ? ['If-Match is stale, but the call was made.']
    : []
}

function authenticateFaults({ answer }: Seen): string[] {
  return answer.status === 401 && answer.headers['www-authenticate'] === undefined
    ? ['A 401 must have WWW-Authenticate.']
    : []
}

/** What is wrong with an answer. */
export function brokenLaws(seen: Seen): string[] {
  const { draft, answer } = seen
  if (draft.isOdd && isOfTransport(answer)) return stateFaults(seen)
  return [
    ...(answer.status >= 500 ? ['The platform failed.'] : []),
    ...(draft.operation ? brokenPromises(draft.operation, answer) : []),
    ...stateFaults(seen),
    ...problemFaults(answer),
    ...refusalFaults(seen),
    ...namingFaults(seen),
    ...preconditionFaults(seen),
    ...acceptanceFaults(seen),
    ...allowFaults(seen),
    ...requestIdFaults(seen),
    ...authenticateFaults(seen),
  ]
}
