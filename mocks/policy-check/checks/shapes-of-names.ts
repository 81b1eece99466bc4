import type { Policy } from '../../policy/language/policy.ts'
import type { Shape } from '../../policy/language/shape.ts'
import { lookUp } from './look-up.ts'
import { namingOf } from './named-by-fields.ts'
import type { Naming } from './namings.ts'
import type { Spot } from './spot.ts'

const rights = ['upload', 'download'] as const

/** The shape of such names; undefined if the policy lists them, since another check looks them up. */
const shapeOf = ({ of }: Naming): Shape | undefined => {
  switch (of) {
    case 'team':
    case 'project':
      return 'key'
    case 'person':
      return 'email'
    case 'tick':
      return 'tick'
    case 'right':
      return rights
    default:
      return undefined
  }
}

/** The shapes of values to compare the field with in the spot; empty if it is not bound there. */
export const comparedShapes = (policy: Policy, spot: Spot, field: string): readonly Shape[] => {
  const found = lookUp(spot, field)
  if (!('shape' in found)) return []
  const naming = namingOf(policy, field, [[spot]])
  return [(naming && shapeOf(naming)) ?? found.shape]
}
