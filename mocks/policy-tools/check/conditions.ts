import type { Condition, Scalar } from '../../policy/condition.ts'
import type { Policy } from '../../policy/policy.ts'
import { pointer } from '../pointer.ts'
import { caseListsIn } from './cases.ts'

/** A condition of a policy, and what it decides. */
export interface PlacedCondition {
  readonly at: string
  readonly of: 'case' | 'guard' | 'effect' | 'source'
  readonly when: Condition
  /** The key of the body whose change it chooses. */
  readonly key?: string
}

/** Every condition of a policy. */
export const conditionsIn = (policy: Policy): readonly PlacedCondition[] => [
  ...caseListsIn(policy).flatMap(({ cases, key }) =>
    cases.flatMap(({ at, one: { when } }): readonly PlacedCondition[] =>
      when
        ? [{ at: at + pointer('when'), of: 'case', when, ...(key !== undefined && { key }) }]
        : [],
    ),
  ),
  ...policy.guards.map(({ when }, index): PlacedCondition => ({
    at: pointer('guards', index, 'when'),
    of: 'guard',
    when,
  })),
  ...listed('effect', pointer('effects'), policy.effects),
  ...listed('source', pointer('sources', 'project', 'from'), policy.sources.project.from),
]

const listed = (
  of: PlacedCondition['of'],
  at: string,
  items: readonly { readonly when?: Condition }[],
): readonly PlacedCondition[] =>
  items.flatMap(({ when }, index) => (when ? [{ at: at + pointer(index, 'when'), of, when }] : []))

/** A field and one value that it is compared with. */
export interface Comparison {
  readonly at: string
  readonly field: string
  readonly value: Scalar
  readonly key?: string
}

/** Every comparison of every condition. */
export const comparisonsIn = (policy: Policy): readonly Comparison[] =>
  conditionsIn(policy).flatMap(({ at, when, key }) =>
    comparisonsOf(when, at).map((one) => ({ ...one, ...(key !== undefined && { key }) })),
  )

function comparisonsOf(condition: Condition, at: string): readonly Comparison[] {
  if ('not' in condition) return comparisonsOf(condition.not, at + pointer('not'))
  if ('field' in condition) {
    const { field, is } = condition
    const place = at + pointer('is')
    return isList(is)
      ? is.map((value, index) => ({ at: place + pointer(index), field, value }))
      : [{ at: place, field, value: is }]
  }
  const [name, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any]
  return parts.flatMap((part, index) => comparisonsOf(part, at + pointer(name, index)))
}

const isList = (is: Scalar | readonly Scalar[]): is is readonly Scalar[] => Array.isArray(is)
