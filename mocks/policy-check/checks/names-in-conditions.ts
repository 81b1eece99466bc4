import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import { comparisonsIn, valuesOf } from './conditions.ts'
import { namingOf, statedField } from './named-by-fields.ts'
import type { Naming } from './namings.ts'

/** A name and its place. */
export interface PlacedName {
  readonly at: string
  readonly name: string
}

/** The names in dotted fields, such as `support` in `user.teams.support`, once per comparison. */
export const partsInConditions = (
  policy: Policy,
  map: 'teams' | 'grants' | 'roles',
): readonly PlacedName[] =>
  comparisonsIn(policy).flatMap(({ at, field, spots }) => {
    const names = spots.flat().flatMap((spot) => {
      const [root = '', above, name] = statedField(spot, field).split('.')
      return hasMaps.has(root) && above === map && name !== undefined && name !== '*' ? [name] : []
    })
    return [...new Set(names)].map((name) => ({ at: at + pointer('field'), name }))
  })

const hasMaps: ReadonlySet<string> = new Set(['user', 'actor', 'member', 'next', 'input'])

/** The values that conditions compare with fields of such names. */
export const valuesInConditions = (policy: Policy, of: Naming['of']): readonly PlacedName[] =>
  comparisonsIn(policy).flatMap((comparison) => {
    const { field, spots } = comparison
    if (namingOf(policy, field, spots)?.of !== of) return []
    return valuesOf(comparison).flatMap(({ at, value }) =>
      typeof value === 'string' ? [{ at, name: value }] : [],
    )
  })
