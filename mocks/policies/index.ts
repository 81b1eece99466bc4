/**
 * The policies that come with the package, as data, and the types to write your own.
 *
 * @module rolecall/policies
 */

import type { Policy } from '../policy/language/policy.ts'
import { adaptive } from './adaptive/policy.ts'
import { bigml } from './bigml/policy.ts'
import { ica } from './ica/policy.ts'
import { peltarion } from './peltarion/policy.ts'
import { superannotate } from './superannotate/policy.ts'

/** The policies that come with the package, by name. */
export const policies = { adaptive, bigml, superannotate, peltarion, ica } satisfies Record<
  string,
  Policy
>

/** The name of a policy that comes with the package. */
export type BuiltInPolicy = keyof typeof policies

export { adaptive, bigml, superannotate, peltarion, ica }
export { definePolicy } from './define-policy.ts'
export type { AdaptiveRole } from './adaptive/roles.ts'
export type { BigmlRole } from './bigml/roles.ts'
export type { IcaCategory } from './ica/roles.ts'
export type { Condition, Scalar } from '../policy/language/condition.ts'
export type { Field } from '../policy/language/fields.ts'
export type * from '../policy/language/policy.ts'
export type {
  CoversRequirement,
  CreatorRequirement,
  FeatureRequirement,
  Leaf,
  MemberRequirement,
  NothingRequirement,
  OwnerPathRequirement,
  PermissionRequirement,
  PropertyRequirement,
  PropertyValue,
  Requirement,
  Scope,
  SelfRequirement,
} from '../policy/language/requirement.ts'
