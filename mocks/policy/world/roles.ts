import type { Policy } from '../language/policy.ts'
import { memo } from '../../shared/memo.ts'
import { perState } from './per-state.ts'
import type { RolePlace, World } from './world.ts'
import type { RoleRecord } from '../language/records.ts'

export type { RolePlace } from './world.ts'

export const inOrganization: RolePlace = { scope: 'organization' }

export const inTeam: RolePlace = { scope: 'team' }

/** The place of an entry's role in the category. In a policy without project roles, entries have team roles. */
export const inEntry = ({ roles }: Pick<Policy, 'roles'>, category: string): RolePlace =>
  roles.some(({ scope }) => scope === 'project') ? { scope: 'project', category } : inTeam

export const isHeldIn = (
  { scope, category = 'project' }: Pick<RoleRecord, 'scope' | 'category'>,
  place: RolePlace,
): boolean => scope === place.scope && (place.scope !== 'project' || category === place.category)

/** The categories of project roles, with `project` first. */
export const categoriesIn = ({ roles }: Pick<Policy, 'roles'>): readonly string[] => {
  const all = roles.flatMap(({ scope, category = 'project' }) =>
    scope === 'project' ? [category] : [],
  )
  return [...new Set(all)].toSorted((a, b) => Number(b === 'project') - Number(a === 'project'))
}

/** The places of a source's fixed role: the category `project`, or if that lacks the role, every category that has it. */
export const fixedRolePlaces = (
  policy: Pick<Policy, 'roles'>,
  key: string,
): readonly RolePlace[] => {
  const usual = inEntry(policy, 'project')
  const isThere = (place: RolePlace): boolean =>
    policy.roles.some((role) => role.key === key && isHeldIn(role, place))
  if (usual.scope !== 'project' || isThere(usual)) return [usual]
  return categoriesIn(policy)
    .map((category) => inEntry(policy, category))
    .filter(isThere)
}

/** Assignable roles, by number of permissions, then in order of creation. */
const byReach = perState((world) => {
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
  byReach(world)(place)
