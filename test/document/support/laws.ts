/** Laws of every single answer, whatever was asked. */
import { operationsAt } from './document.ts'
import type { Draft } from './draft.ts'
import type { Received, Sent } from './exchange.ts'
import { namingFaults } from './naming.ts'
import { problemIn } from './problem.ts'
import { acceptanceFaults, refusalFaults } from './refusing.ts'
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

/** The longest id that comes back, in characters. */
const longestId = 1024

function requestIdFaults({ sent, answer }: Seen): string[] {
  // HTTP leaves out the blanks around a value.
  const given = sent.headers['x-request-id']?.replaceAll(/^[ \t]+|[ \t]+$/g, '') ?? ''
  const back = answer.headers['x-request-id']
  return given === '' || given.length > longestId || given === back
    ? []
    : [`X-Request-Id was ${given}, and came back as ${back}.`]
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
