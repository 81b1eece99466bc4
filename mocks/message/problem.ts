import type { ProblemCode } from '../../src/generated/models.ts'
import { decisionText } from './decision-text.ts'
import type { Answer } from './message.ts'
import type { Refused } from './refusal.ts'

/** The title of a problem is its code in words: `Key taken`. */
export function titleOf(code: ProblemCode): string {
  const words = code.replaceAll('_', ' ').replace('json', 'JSON')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The RFC 9457 problem of a refusal. */
export function problemOf(refused: Refused, requestId: string): Record<string, unknown> {
  const { status, code, text, errors, decision, reason } = refused
  return {
    type: `urn:rolecall:problem:${code}`,
    title: titleOf(code),
    status,
    detail: text,
    instance: requestId,
    code,
    ...(reason !== undefined && { reason }),
    ...(errors && { errors }),
    ...(decision && { decision }),
  }
}

/** The answer with a problem. */
export function problemAnswer(problem: Record<string, unknown>, refused: Refused): Answer {
  return {
    status: refused.status,
    headers: { 'Content-Type': 'application/problem+json', ...refused.headers },
    body: problemText(problem, refused),
  }
}

/** The problem as JSON. Uses the known text of its decision, which is most of it. */
function problemText(problem: Record<string, unknown>, { decision }: Refused): string {
  if (decision === undefined || problem.decision !== decision) return JSON.stringify(problem)
  const rest = JSON.stringify({ ...problem, decision: undefined })
  return `${rest.slice(0, -1)},"decision":${decisionText(decision)}}`
}
