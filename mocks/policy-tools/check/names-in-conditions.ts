import type { Policy } from '../../policy/policy.ts'
import { comparisonsIn } from './conditions.ts'

/** A name, and where it stands. */
export interface Named {
  readonly at: string
  readonly name: string
}

/** What a part of a dotted field names, each once for each comparison. */
const inFields = (policy: Policy, pattern: RegExp): readonly Named[] =>
  comparisonsIn(policy).flatMap(({ at, field }) => {
    const name = pattern.exec(field)?.groups?.name
    return name === undefined ? [] : [{ at: at.replace(/\/is(?:\/\d+)?$/, '/field'), name }]
  })

/** Categories of roles that conditions name in a field: `next.roles.flow`. */
export const categoriesInConditions = (policy: Policy): readonly Named[] =>
  inFields(policy, /^(?:next|member|input|value)\.roles\.(?<name>[^.]+)$/)

/** Grants that conditions name in a field: `user.grants.explore`. */
export const grantsInConditions = (policy: Policy): readonly Named[] =>
  inFields(policy, /^(?:user|member|actor|input)\.grants\.(?<name>[^.]+)$/)

/** Kinds of artifacts that conditions compare a field with. */
export const kindsInConditions = (policy: Policy): readonly Named[] =>
  comparisonsIn(policy).flatMap(({ at, field, value }) =>
    (field === 'artifact.kind' || field === 'input.kind') && typeof value === 'string'
      ? [{ at, name: value }]
      : [],
  )
