import type {
  ActionSearchRequest,
  EvaluationRequest,
  ResourceSearchRequest,
  SubjectSearchRequest,
} from '../../../src/generated/models.ts'
import type { Refused } from '../../message/refusal.ts'
import type { SearchTerms } from './search-token.ts'

/** May this subject do this action to this resource? By the OpenID AuthZEN Authorization API 1.0. */
export type AccessQuestion = Pick<EvaluationRequest, 'subject' | 'action' | 'resource' | 'context'>

/**
 * A valid request of `access.*`, not answered yet: an answer rehearses other calls, which no operation
 * can do. A rehearsal leaves it unanswered, so questions about questions don't multiply.
 */
export type Asked = { readonly ok: true; readonly kind: 'asked' } & Asks

type Asks = Evaluation | Evaluations | Search

interface Evaluation {
  readonly asks: 'question'
  readonly question: AccessQuestion
}

/** A question of a batch, or the reason why it can't be read. */
export type ReadQuestion = { readonly ok: true; readonly question: AccessQuestion } | Refused

export interface Evaluations {
  readonly asks: 'questions'
  readonly questions: readonly ReadQuestion[]
  /** The effort of reading them. */
  readonly effort: number
  /** The decision after which the rest is not asked. */
  readonly endsAt: boolean | undefined
}

/** A search, from a position in the list of candidates. */
export type Search = {
  /** The sequence number of the last candidate of the page before. */
  readonly start: number
} & SearchTerms &
  (SubjectSearch | ResourceSearch | ActionSearch)

export interface SubjectSearch {
  readonly asks: 'subjects'
  readonly request: SubjectSearchRequest
}

export interface ResourceSearch {
  readonly asks: 'resources'
  readonly request: ResourceSearchRequest
}

export interface ActionSearch {
  readonly asks: 'actions'
  readonly request: ActionSearchRequest
}

export const asked = (asks: Asks): Asked => ({ ok: true, kind: 'asked', ...asks })
