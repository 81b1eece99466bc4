import { isRecord } from '../../src/core/base/kind-of.ts'
import type { Decision } from '../../src/generated/models.ts'

const texts = new WeakMap<Decision, string>()

/** A decision as JSON. A frozen one, which may be sent again, is serialised once. */
export function decisionText(decision: Decision): string {
  if (!Object.isFrozen(decision)) return JSON.stringify(decision)
  const known = texts.get(decision)
  if (known !== undefined) return known
  const text = JSON.stringify(decision)
  texts.set(decision, text)
  return text
}

/** Parses the text of a decision. */
export function readDecision(text: string): Decision {
  const decision: unknown = JSON.parse(text)
  if (isDecision(decision)) return decision
  throw new Error('The noted text is not a decision.')
}

const isDecision = (value: unknown): value is Decision => isRecord(value) && 'outcome' in value
