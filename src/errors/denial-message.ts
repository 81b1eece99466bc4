import type { Decision, RemedyCall } from '../generated/models.ts'

/** A denial in one line, with its rule and its first remedy: a log or a notebook shows no more. */
export function denialMessage(detail: string, decision: Partial<Decision>): string {
  const { rule, alternatives, final } = decision
  const text = rule && !detail.startsWith(rule) ? `${rule}: ${detail}` : detail
  const { calls, refusal } = alternatives?.[0] ?? {}
  if (calls?.length) {
    const remedy = `${text} Would allow it: ${calls.map(describeCall).join(', then ')}`
    return refusal ? `${remedy}. Then still ${refusal.status}: ${refusal.text}` : remedy
  }
  return final && !text.includes(final) ? `${text} ${final}` : text
}

const describeCall = (call: RemedyCall) => `${callText(call)} ${byText(call)}`.trim()

/**
 * A call as it is written, for people to read and copy: `users.update("lead@acme.test", {"paused":false})`.
 *
 * @param call - The operation and its arguments, such as a remedy's call.
 * @example
 * import { callText } from 'rolecall'
 *
 * callText({ operation: 'teams.delete', args: ['legacy'] }) // teams.delete("legacy")
 */
export function callText({ operation, args }: Pick<RemedyCall, 'operation' | 'args'>): string {
  return `${operation}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`
}

/** Who may make it, if that is known: `by admin@acme.test`. */
export function byText({ by }: RemedyCall): string {
  return by.length ? `by ${by.join(' or ')}` : ''
}
