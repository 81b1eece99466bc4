import type { Decision } from '../../src/index.ts'

/** A denial in a sentence or two: what is missing, and who could allow it. */
export function reasonOf(decision: Decision): string {
  const [reason = ''] = decision.text.split('\n')
  const whom = [
    ...new Set(decision.alternatives.flatMap(({ calls }) => calls.flatMap(({ by }) => by ?? []))),
  ]
  return whom.length === 0 ? reason : `${reason} ${whom.join(' or ')} could allow it.`
}
