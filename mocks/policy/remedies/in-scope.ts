import { unresolved } from '../world/resources.ts'
import { organizationPermitsOf, permissionsOf, permit } from '../world/permits.ts'
import { OrganizationRole } from '../assignments/organization.ts'
import { judgedIn, nothingNeeded, type Option } from '../assignments/prerequisite.ts'
import { TeamRole } from '../assignments/team.ts'
import { givenByOrganizationRole } from '../assignments/giving.ts'
import type { EvaluationContext } from '../evaluate/context.ts'
import type { Leaf, ProjectScope, Scope } from '../language/requirement.ts'
import type { RoleRecord, UserRecord } from '../language/records.ts'
import { forLeaf } from './for-leaf.ts'

/** A leaf to meet in the organization or in teams. */
interface Wanted {
  readonly leaf: Leaf
  readonly scope: Exclude<Scope, ProjectScope>
  readonly user: UserRecord
  /** Undefined if membership is enough. */
  readonly permission?: string
}

const inOrganization = (
  { world, resources }: EvaluationContext,
  { leaf, user, permission }: Wanted,
): readonly Option[] => {
  const assignment = new OrganizationRole({ user })
  if (permission === undefined) {
    return forLeaf(leaf, permission, [[judgedIn(world, { assignment, fits: () => true })]])
  }
  const options = forLeaf(leaf, permission, givenByOrganizationRole(world, user, permission))
  const permits = organizationPermitsOf(world, user)
  const isHeld = permits !== undefined && permit(permits, permission, resources.artifact)
  // Permissions kept after a revocation belong to no assignment, so they are met without any option.
  const isAssigned = options.some((option) => option.every(({ met }) => met))
  return isHeld && !isAssigned ? [...nothingNeeded, ...options] : options
}

const teamsIn = (
  { world, resources }: EvaluationContext,
  scope: Exclude<Wanted['scope'], 'organization'>,
) => {
  if (scope === 'any_team') return [...world.teams()]
  const team = typeof scope === 'object' ? world.team(scope.team) : resources.team
  if (team === unresolved) return unresolved
  return team === undefined ? [] : [team]
}

/** The options that meet the leaf in the organization or in teams. */
export const inScope = (context: EvaluationContext, wanted: Wanted): readonly Option[] => {
  const { leaf, scope, user, permission } = wanted
  if (scope === 'organization') return inOrganization(context, wanted)
  const teams = teamsIn(context, scope)
  if (teams === unresolved) return nothingNeeded
  const fits = (role: RoleRecord): boolean =>
    permission === undefined || permissionsOf(role).has(permission)
  return forLeaf(
    leaf,
    permission,
    teams.map((team) => [
      judgedIn(context.world, { assignment: new TeamRole({ user, team }), fits }),
    ]),
  )
}
