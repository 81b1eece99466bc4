import { pointer } from '../../shared/json-pointer.ts'
import type { Policy } from './policy.ts'
import type { Leaf, Requirement } from './requirement.ts'

/** A requirement of a policy, or a part of one, and its place. */
export interface Placed<T extends Requirement = Requirement> {
  readonly at: string
  readonly requirement: T
}

/** The requirements of all rules. */
export const requirementsOf = ({ rules, visibility }: Policy): readonly Placed[] => [
  ...Object.entries(rules).map(([action, { require }]) => ({
    at: pointer('rules', action, 'require'),
    requirement: require,
  })),
  ...Object.entries(visibility).map(([type, { require }]) => ({
    at: pointer('visibility', type, 'require'),
    requirement: require,
  })),
]

/** The requirement and every part of it. */
export const partsOf = ({ at, requirement }: Placed): readonly Placed[] => {
  const parts = 'all' in requirement ? requirement.all : 'any' in requirement ? requirement.any : []
  const name = 'all' in requirement ? 'all' : 'any'
  return [
    { at, requirement },
    ...parts.flatMap((part, index) =>
      partsOf({ at: at + pointer(name, index), requirement: part }),
    ),
  ]
}

const isLeaf = (placed: Placed): placed is Placed<Leaf> =>
  !('all' in placed.requirement || 'any' in placed.requirement)

/** The leaves of the requirement. */
export const leavesAt = (placed: Placed): readonly Placed<Leaf>[] => partsOf(placed).filter(isLeaf)

/** The leaves of all requirements. */
export const leavesIn = (policy: Policy): readonly Placed<Leaf>[] =>
  requirementsOf(policy).flatMap(leavesAt)

/** The leaves of an action's requirement. */
export const leavesOfRule = ({ rules }: Policy, action: string): readonly Placed<Leaf>[] => {
  const requirement = rules[action]?.require
  if (requirement === undefined) return []
  return leavesAt({ at: pointer('rules', action, 'require'), requirement })
}
