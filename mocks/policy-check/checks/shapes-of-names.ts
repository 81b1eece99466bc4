import type { Policy } from '../../policy/language/policy.ts'
import type { Shape } from '../../policy/language/shape.ts'
import { lookUp } from './look-up.ts'
import { type Naming, namingOf } from './named-by-fields.ts'
import type { Spot } from './spot.ts'

const rights = ['upload', 'download'] as const

/** What a name of that looks like; undefined where the policy says which there are. */
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

/** What the field is compared with there; nothing where it is not bound. */
export const comparedShapes = (policy: Policy, spot: Spot, field: string): readonly Shape[] => {
  const found = lookUp(spot, field)
  if (!('shape' in found)) return []
  const naming = namingOf(policy, field, [[spot]])
  return [(naming && shapeOf(naming)) ?? found.shape]
}
