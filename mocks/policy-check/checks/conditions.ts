import type { Condition, Scalar } from '../../policy/language/condition.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import { caseListsIn, spotsOfCases } from './cases.ts'
import { spotsOfEffect, spotsOfGuard } from './field-spots.ts'
import { type Spots, spotOfSource } from './spot.ts'

/** A condition of a policy, and where it is checked. */
export interface PlacedCondition {
  readonly at: string
  readonly of: 'case' | 'guard' | 'effect' | 'source'
  readonly when: Condition
  readonly spots: Spots
}

/** Every condition of a policy. */
export const conditionsIn = (policy: Policy): readonly PlacedCondition[] => [
  ...caseListsIn(policy).flatMap((list) =>
    list.cases.flatMap(({ at, one }) => placed('case', at, one.when, spotsOfCases(list))),
  ),
  ...policy.guards.flatMap(({ on, when }, index) =>
    placed('guard', pointer('guards', index), when, spotsOfGuard(policy, on)),
  ),
  ...policy.effects.flatMap(({ on, when }, index) =>
    placed('effect', pointer('effects', index), when, spotsOfEffect(on)),
  ),
  ...policy.sources.project.from.flatMap(({ when }, index) =>
    placed('source', pointer('sources', 'project', 'from', index), when, [
      [spotOfSource('the condition of a source')],
    ]),
  ),
]

const placed = (
  of: PlacedCondition['of'],
  at: string,
  when: Condition | undefined,
  spots: Spots,
): readonly PlacedCondition[] => (when ? [{ at: at + pointer('when'), of, when, spots }] : [])

/** A comparison of a field in a condition. */
export interface Comparison {
  /** The place of the field and its values. */
  readonly at: string
  readonly field: string
  readonly is: Scalar | readonly Scalar[]
  readonly spots: Spots
}

/** Every comparison of every condition. */
export const comparisonsIn = (policy: Policy): readonly Comparison[] =>
  conditionsIn(policy).flatMap(({ at, when, spots }) => comparisonsOf(when, at, spots))

function comparisonsOf(condition: Condition, at: string, spots: Spots): readonly Comparison[] {
  if ('not' in condition) return comparisonsOf(condition.not, at + pointer('not'), spots)
  if ('field' in condition) return [{ at, field: condition.field, is: condition.is, spots }]
  const [name, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any]
  return parts.flatMap((part, index) => comparisonsOf(part, at + pointer(name, index), spots))
}

/** The values of a comparison, each with its place. */
export const valuesOf = ({
  at,
  is,
}: Comparison): readonly { readonly at: string; readonly value: Scalar }[] => {
  const place = at + pointer('is')
  return isList(is)
    ? is.map((value, index) => ({ at: place + pointer(index), value }))
    : [{ at: place, value: is }]
}

const isList = (is: Scalar | readonly Scalar[]): is is readonly Scalar[] => Array.isArray(is)
