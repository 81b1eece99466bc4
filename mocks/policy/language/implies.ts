import {
  isProjectScope,
  type Leaf,
  type PropertyRequirement,
  type Requirement,
  type Scope,
} from './requirement.ts'

/**
 * Whether everybody who meets one requirement meets the other. Conservative: may return false for an
 * implication that holds, never true for one that doesn't.
 */
export function implies(one: Requirement, other: Requirement): boolean {
  if ('all' in other) return other.all.every((part) => implies(one, part))
  if ('any' in one) return one.any.length > 0 && one.any.every((part) => implies(part, other))
  if ('any' in other) return other.any.some((part) => implies(one, part))
  if ('all' in one) return one.all.some((part) => implies(part, other)) || 'nothing' in other
  return leafImplies(one, other)
}

function leafImplies(one: Leaf, other: Leaf): boolean {
  if ('nothing' in other) return true
  if ('permission' in one && 'permission' in other) {
    return one.permission === other.permission && isWithin(one.in, other.in)
  }
  // Holding a permission takes membership.
  if ('member' in other && other.who !== 'user') {
    if ('permission' in one) return isWithin(one.in, other.member)
    if ('path' in one) return other.member === 'project'
    return 'member' in one && one.who !== 'user' && isWithin(one.member, other.member)
  }
  if ('creator' in one && 'creator' in other) {
    return (
      one.creator === other.creator ||
      (one.creator === 'project_contents' && other.creator === 'project')
    )
  }
  return isSame(one, other)
}

const isSame = (one: Leaf, other: Leaf): boolean => {
  if ('member' in one && 'member' in other) {
    return one.who === other.who && isSameScope(one.member, other.member)
  }
  if ('covers' in one && 'covers' in other) return isSameScope(one.in, other.in)
  if ('self' in one && 'self' in other) return one.self === other.self
  if ('property' in one && 'property' in other) return isNarrower(one, other)
  if ('feature' in one && 'feature' in other) return one.feature === other.feature
  return 'path' in one && 'path' in other
}

/** Whether the values that will do for one property will do for the other, wherever they are read from. */
const isNarrower = (one: PropertyRequirement, other: PropertyRequirement): boolean => {
  const wanted = [other.is].flat()
  return (
    one.property === other.property &&
    one.fromQuestion === other.fromQuestion &&
    [one.is].flat().every((value) => wanted.includes(value))
  )
}

const isSameScope = (one: Scope, other: Scope): boolean =>
  typeof one === 'object' && typeof other === 'object' ? one.team === other.team : one === other

/** Whether a permission held in one scope is held in the other too. */
const isWithin = (one: Scope, other: Scope): boolean =>
  isSameScope(one, other) ||
  (other === 'any_team' && typeof one === 'object' && !isProjectScope(one))
