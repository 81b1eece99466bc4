import { keptByState } from './kept.ts'
import { memo } from '../../shared/memo.ts'
import { isHeldIn, type RolePlace } from './roles.ts'
import type { World } from './world.ts'
import type { RoleRecord } from '../language/records.ts'

/** Assignable roles, by number of permissions, then in order of creation. */
const inState = keptByState((world) => {
  const all = [...world.roles()]
    .filter(({ assignable }) => assignable)
    .toSorted((one, other) => one.permissions.length - other.permissions.length)
  const heldIn = memo((scope: RolePlace['scope']) =>
    memo((category: string) => all.filter((role) => isHeldIn(role, placeIn(scope, category)))),
  )
  return (place: RolePlace) => heldIn(place.scope)(place.scope === 'project' ? place.category : '')
})

const placeIn = (scope: RolePlace['scope'], category: string): RolePlace =>
  scope === 'project' ? { scope, category } : { scope }

/** The assignable roles of the place, those with fewest permissions first. */
export const rolesByReach = (world: World, place: RolePlace): readonly RoleRecord[] =>
  inState(world)(place)
