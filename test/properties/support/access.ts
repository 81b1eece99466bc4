import type { AccessResource, Decision, OperationId } from '../../../src/index.ts'
import { isNamedType } from '../../../mocks/policy/world/resources.ts'
import { succeeded } from './send.ts'
import type { Stage } from './stage.ts'

/** A question: its subject and resource. */
export interface Question {
  subject: { type: 'user'; id: string }
  action: { name: string }
  resource: AccessResource
  context?: { rolecall?: { explain?: boolean; args?: readonly unknown[] } }
}

/** The answer to a question: allowed or not, and the decision where it was explained. */
export interface Evaluated {
  decision: boolean
  context?: Decision
}

interface Page {
  results: readonly { type?: string; id?: string; name?: string }[]
  page: { next_token: string }
}

/** The text of the answer, which must exist. */
function ask(stage: Stage, by: string, operation: OperationId, body: unknown): string {
  const answer = stage.send(by, { operation, args: [body] })
  if (!succeeded(answer)) throw new Error(`${operation}: ${answer.body}`)
  return answer.body
}

/** Asks one question. */
export function evaluate(stage: Stage, by: string, question: Question): Evaluated {
  const evaluated: Evaluated = JSON.parse(ask(stage, by, 'access.evaluate', question))
  return evaluated
}

/** The most questions of one batch. */
const mostAtOnce = 100

/** Asks several at once, in as few batches as may be. */
export function evaluateAll(
  stage: Stage,
  by: string,
  evaluations: readonly Question[],
): readonly Evaluated[] {
  if (evaluations.length === 0) return []
  const batch = evaluations.slice(0, mostAtOnce)
  const answer = ask(stage, by, 'access.evaluateAll', { evaluations: batch })
  const all: { evaluations: readonly Evaluated[] } = JSON.parse(answer)
  return [...all.evaluations, ...evaluateAll(stage, by, evaluations.slice(mostAtOnce))]
}

/** The id of what a search has found, which names it by its key or e-mail address. */
const idOf = ({ world }: Stage, type = '', name = ''): string =>
  isNamedType(type) ? (world.find(type, name)?.id ?? name) : name

/** All pages of a search together: names of actions, or ids. */
export function search(
  stage: Stage,
  by: string,
  operation: 'access.searchSubjects' | 'access.searchResources' | 'access.searchActions',
  wanted: object,
  limit: number,
): { found: readonly string[]; pages: readonly number[] } {
  const found: string[] = []
  const pages: number[] = []
  let token = ''
  do {
    const page = token === '' ? { limit } : { limit, token }
    const { results, page: next }: Page = JSON.parse(ask(stage, by, operation, { ...wanted, page }))
    found.push(...results.map(({ type, id, name }) => name ?? idOf(stage, type, id)))
    pages.push(results.length)
    token = next.next_token
  } while (token !== '')
  return { found, pages }
}
