/** Laws of acceptance: a request with a fault is refused for it, and a valid one is not malformed. */
import type { Draft, Fault } from './draft.ts'
import type { Received } from './exchange.ts'
import { problemIn } from './problem.ts'
import { parsed } from './promised.ts'

interface Judged {
  readonly draft: Draft
  readonly answer: Received
}

/** Codes of refusals that come before a fault of the request is looked at. */
const first = ['enforcement_point', 'member_paused', 'not_a_member', 'operation_not_offered']

const comesFirst = ({ as }: Draft, answer: Received): boolean => {
  const { code, detail } = problemIn(answer)
  const isDeleted = answer.status === 404 && detail === 'The organization was deleted.'
  return as !== undefined && (first.includes(String(code)) || isDeleted)
}

const refusalText = (answer: Received): string => {
  const { detail, errors = [] } = problemIn(answer)
  const told = errors.map(({ pointer, message }) => `${pointer} ${message}`)
  return [String(detail), ...told].join('\n')
}

/** The answers of a batch. */
interface Batch {
  readonly evaluations?: readonly {
    readonly decision?: boolean
    readonly context?: { readonly error?: { readonly message?: string } }
  }[]
}

/**
 * The errors in the places of the faulty items; undefined if one of these is answered. A batch that stops
 * early does not reach all of them: then the name of the fault itself.
 */
function itemsText({ items, names = '' }: Fault, { body }: Received): string | undefined {
  if (items === undefined) return undefined
  const { evaluations = [] }: Batch = Object(parsed(body)?.value)
  const reached = items.flatMap((item) => evaluations[item] ?? [])
  if (reached.length === 0) return names
  const errors = reached.map(({ decision, context }) =>
    decision === false ? context?.error?.message : undefined,
  )
  return errors.includes(undefined) ? undefined : errors.join('\n')
}

/** A request with a fault is refused, and the refusal names the fault. */
export function refusalFaults({ draft, answer }: Judged): string[] {
  const { fault } = draft
  if (!fault || comesFirst(draft, answer)) return []
  // A batch with faulty items is a valid request, which the policy may deny.
  if (fault.items !== undefined && answer.status === 403) return []
  const text = answer.status === 200 ? itemsText(fault, answer) : refusalText(answer)
  if (text === undefined || ![...fault.statuses, 200].includes(answer.status))
    return [
      `The request has a fault (${fault.how}), but its answer is no ${fault.statuses.join(', ')}.`,
    ]
  return fault.names === undefined || text.includes(fault.names)
    ? []
    : [
        `The answer does not name the fault (${fault.how}): it lacks ${JSON.stringify(fault.names)}.`,
      ]
}

/** A valid request is never malformed, even if its values name nothing or break a rule. */
export function acceptanceFaults({ draft, answer }: Judged): string[] {
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
