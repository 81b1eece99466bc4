import type { Mask } from '../core/watch/redact.ts'
import { decision, fits } from '../core/base/shape.ts'
import type { ErrorCode } from '../generated/error-codes.ts'
import type { Decision, FieldError } from '../generated/models.ts'

/** The RFC 9457 problem document of a refused call. A gateway's may have fewer members. */
export interface Problem {
  /** `urn:rolecall:problem:<code>` */
  type: string
  title: string
  status: number
  /** What happened, in a sentence. */
  detail: string
  /** The request id. */
  instance: string
  /** Absent in a gateway's problem: then the error's own `code` follows the status. */
  code?: ErrorCode
  /** The policy's own name for the refusal, if it has one. */
  reason?: string
  /** The faults of the body or the query, each with its place. */
  errors?: FieldError[]
  /** Why the policy denies the call, and the calls that would change that. */
  decision?: Decision
  /** Whether a repeat of the same call may succeed. */
  retryable?: boolean
}

/** Parses a problem document, if the body is one. Masks echoed secrets. */
export function parseProblem(text: string, mask: Mask): Problem | undefined {
  try {
    const body: unknown = JSON.parse(mask(text))
    return isProblem(body) ? body : undefined
  } catch {
    return undefined
  }
}

/** The decision of a problem; undefined if another server sends one of another shape. */
export function decisionOf(problem: Problem | undefined): Decision | undefined {
  return fits(problem?.decision, decision) ? problem?.decision : undefined
}

/** Whether a body has the members that an error needs. A gateway's problem has a title in place of a code. */
export function isProblem(body: unknown): body is Problem {
  return ['code', 'title'].some((key) =>
    fits(body, { [key]: 'string', 'code?': 'string', detail: 'string', 'instance?': 'string' }),
  )
}
