import type { Decision, RemedyCall } from '../generated/models.ts'

/** A denial in one line, with its rule and its first remedy: a log or a notebook shows no more. */
export function denialMessage(detail: string, decision: Partial<Decision>): string {
  const { rule, alternatives, final } = decision
  const text = rule && !detail.startsWith(rule) ? `${rule}: ${detail}` : detail
  const calls = alternatives?.[0]?.calls
  if (calls?.length) return `${text} Would allow it: ${calls.map(describeCall).join(', then ')}`
  return final && !text.includes(final) ? `${text} ${final}` : text
}

function describeCall({ operation, args, by }: RemedyCall): string {
  const call = `${operation}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`
  return by.length ? `${call} by ${by.join(' or ')}` : call
}
