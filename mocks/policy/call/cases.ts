import { fieldPath } from './field-path.ts'
import type { Condition } from '../language/condition.ts'
import type { FactContext } from './fact-context.ts'
import { tell } from './facts.ts'
import type { Hidden } from './hidden.ts'
import { allOf, anyOf, type Outcome, outcomeOf } from '../language/outcome.ts'
import type { ChangeCase } from '../language/policy.ts'

/** Whether the field's value depends on a hidden resource. */
const isHidden = ({ input }: FactContext, hidden: Hidden, field: string): boolean => {
  const { root, path, roots } = fieldPath(field)
  if (root !== 'next') return roots.some((one) => hidden.has(one))
  const [name] = path
  if (name === 'roles') return hidden.has('member')
  return hidden.has('user') && (name !== 'role' || typeof input?.role !== 'string')
}

/** Whether the condition holds; `depends` if that is up to a hidden resource. */
const outcomeOfCondition = (
  context: FactContext,
  hidden: Hidden,
  condition: Condition,
): Outcome => {
  const ask = (part: Condition): Outcome => outcomeOfCondition(context, hidden, part)
  if ('all' in condition) return allOf(condition.all, ask)
  if ('any' in condition) return anyOf(condition.any, ask)
  if ('not' in condition) {
    const outcome = ask(condition.not)
    return outcome === 'depends' ? outcome : outcomeOf(outcome === 'no')
  }
  if (!('field' in condition)) return 'no'
  return isHidden(context, hidden, condition.field)
    ? 'depends'
    : outcomeOf(tell(context, condition) === true)
}

/**
 * The first case whose condition holds; undefined if none does. A condition of an unknown kind ends the
 * search, since it might have held.
 */
export const chosenCase = (
  cases: readonly ChangeCase[],
  context: FactContext,
): ChangeCase | undefined => {
  for (const one of cases) {
    const isChosen = one.when ? tell(context, one.when) : true
    if (isChosen) return one
    if (isChosen === undefined) return undefined
  }
  return undefined
}

/**
 * Every case that may be the first to hold: one, unless a hidden resource decides. Includes undefined if
 * perhaps none holds.
 */
export const possibleCases = (
  cases: readonly ChangeCase[],
  context: FactContext,
  hidden: Hidden,
): readonly (ChangeCase | undefined)[] => {
  const possible: (ChangeCase | undefined)[] = []
  for (const one of cases) {
    if (one.when && tell(context, one.when) === undefined) break
    const outcome = one.when ? outcomeOfCondition(context, hidden, one.when) : 'yes'
    if (outcome !== 'no') possible.push(one)
    if (outcome === 'yes') return possible
  }
  return [...possible, undefined]
}
