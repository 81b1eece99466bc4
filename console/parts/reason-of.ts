import type { Decision } from '../../src/index.ts'

/** A denial in a sentence or two: what is missing, and who could allow it, or why nobody can. */
export function reasonOf({ text, alternatives, final }: Decision): string {
  const [reason = ''] = text.split('\n')
  const whom = [...new Set(alternatives.flatMap(({ calls }) => calls.flatMap(({ by }) => by)))]
  if (whom.length > 0) return `${reason} ${whom.join(' or ')} could allow it.`
  return final === undefined || reason.includes(final) ? reason : `${reason} ${final}`
}
