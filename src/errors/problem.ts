import type { Mask } from '../core/watch/redact.ts'
import { decision, fits } from '../core/base/shape.ts'
import type { ErrorCode } from '../generated/error-codes.ts'
import type { Decision, FieldError } from '../generated/models.ts'

/** The RFC 9457 problem that every refused call is answered with. A gateway's may have less. */
export interface Problem {
  /** `urn:rolecall:problem:<code>` */
  type: string
  title: string
  status: number
  /** What happened, in a sentence. */
  detail: string
  /** The id of the request. */
  instance: string
  /** Absent in that of a gateway: the error's own `code` goes by the status then. */
  code?: ErrorCode
  /** The policy's own word for it, where it has one. */
  reason?: string
  /** What is wrong with the body or the query, each with its place. */
  errors?: FieldError[]
  /** Why the policy said no, and what would make it say yes. */
  decision?: Decision
  /** Whether the same call may succeed when repeated. */
  retryable?: boolean
}

/** The problem in a body, if it holds one. What is secret is masked wherever the server echoed it. */
export function parseProblem(text: string, mask: Mask): Problem | undefined {
  try {
    const body: unknown = JSON.parse(mask(text))
    return isProblem(body) ? body : undefined
  } catch {
    return undefined
  }
}

/** The decision of a problem; of one that is of another shape, which another server may send, nothing. */
export function decisionOf(problem: Problem | undefined): Decision | undefined {
  return fits(problem?.decision, decision) ? problem?.decision : undefined
}

/** Whether a body is one, as far as an error needs it. That of a gateway has a title, and no code. */
export function isProblem(body: unknown): body is Problem {
  return ['code', 'title'].some((key) =>
    fits(body, { [key]: 'string', 'code?': 'string', detail: 'string', 'instance?': 'string' }),
  )
}
