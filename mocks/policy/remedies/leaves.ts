import { unresolved } from '../world/resources.ts'
import { together } from './combine.ts'
import { organizationPermitsOf, permissionsOf, permit } from '../world/permits.ts'
import { OrganizationRole } from '../assignments/organization.ts'
import { PlanFeature } from '../assignments/plan-feature.ts'
import { impossible, judgedIn, nothingNeeded, type Option } from '../assignments/prerequisite.ts'
import { TeamRole } from '../assignments/team.ts'
import { givenByOrganizationRole } from '../assignments/giving.ts'
import { isCreator, isSelf, type EvaluationContext } from '../evaluate/context.ts'
import {
  isProjectScope,
  type Leaf,
  type ProjectScope,
  type Scope,
} from '../language/requirement.ts'
import type { PathGroup } from '../paths/paths.ts'
import type { RoleRecord, UserRecord } from '../language/records.ts'

/** The path that is being tried for each project scope; `unresolved` needs nothing. */
export type PathChoice = Partial<Record<ProjectScope, PathGroup | typeof unresolved>>

/** The options, for the leaf and the permission that it asks for. */
const forLeaf = (
  leaf: Leaf,
  permission: string | undefined,
  options: readonly Option[],
): readonly Option[] =>
  options.map((option) =>
    option.map((one) => ({ ...one, leaf, permission: one.joins ? undefined : permission })),
  )

const patternOf = (options: readonly Option[]): string =>
  options
    .map((option) =>
      option.map(({ assignment, by = '', met }) => `${assignment.key} ${by} ${met}`).join(),
    )
    .join(';')

/**
 * The options that give every permission. Permissions that the same assignments give are given by one
 * together: a hand-out can have dozens, and each by itself would double what there is to try.
 */
const ofAll = (
  permissions: readonly string[],
  optionsOfOne: (permission: string) => readonly Option[],
): readonly Option[] => {
  const byPattern = Map.groupBy(permissions.map(optionsOfOne), patternOf)
  const parts = [...byPattern.values()].map((alike) => {
    const [first = []] = alike
    return first.map((_, index) => alike.flatMap((options) => options[index] ?? []))
  })
  return together(parts)
}

const onPath = (
  leaf: Leaf,
  path: PathGroup | typeof unresolved | undefined,
  permissions: readonly string[],
): readonly Option[] => {
  if (path === unresolved) return nothingNeeded
  if (!path) return impossible
  if (permissions.length === 0) {
    return forLeaf(
      leaf,
      undefined,
      path.flatMap((one) => one.couldOpen()),
    )
  }
  return ofAll(permissions, (permission) =>
    forLeaf(
      leaf,
      permission,
      path.flatMap((one) => one.couldGive(permission)),
    ),
  )
}

const heldInTeam = (
  { world, resources }: EvaluationContext,
  scope: Exclude<Scope, ProjectScope | 'organization'>,
  user: UserRecord,
  fits: (role: RoleRecord) => boolean,
): readonly Option[] | typeof unresolved => {
  const named = typeof scope === 'object' ? world.team(scope.team) : resources.team
  if (named === unresolved && scope === 'team') return unresolved
  const teams = scope === 'any_team' ? [...world.teams()] : typeof named === 'object' ? [named] : []
  return teams.map((team) => [judgedIn(world, { assignment: new TeamRole({ user, team }), fits })])
}

const inScope = (
  context: EvaluationContext,
  leaf: Leaf,
  scope: Exclude<Scope, ProjectScope>,
  user: UserRecord,
  permission: string | undefined,
): readonly Option[] => {
  const { world, resources } = context
  if (scope === 'organization') {
    const permits = organizationPermitsOf(world, user)
    const isHeld =
      permits && (permission === undefined || permit(permits, permission, resources.artifact))
    const assignment = new OrganizationRole({ user })
    const options = forLeaf(
      leaf,
      permission,
      permission === undefined
        ? [[judgedIn(world, { assignment, fits: () => true })]]
        : givenByOrganizationRole(world, user, permission),
    )
    // What stays after a revocation is assigned nowhere: it is there, and nothing has to be changed for it.
    const isAssigned = options.some((option) => option.every(({ met }) => met))
    return isHeld && !isAssigned ? [...nothingNeeded, ...options] : options
  }
  const options = heldInTeam(
    context,
    scope,
    user,
    (role) => permission === undefined || permissionsOf(role).has(permission),
  )
  return options === unresolved ? nothingNeeded : forLeaf(leaf, permission, options)
}

const fixed = (holds: boolean | undefined): readonly Option[] =>
  holds ? nothingNeeded : impossible

/** Every set of prerequisites that would meet the leaf, through the paths that are being tried. */
export const optionsOfLeaf = (
  context: EvaluationContext,
  leaf: Leaf,
  paths: PathChoice,
): readonly Option[] => {
  const { actor, resources, world } = context
  if ('nothing' in leaf) return nothingNeeded
  if ('self' in leaf) return fixed(isSelf(context, leaf))
  if ('creator' in leaf) return fixed(isCreator(context, leaf))
  if ('path' in leaf) {
    const path = paths.project
    return onPath(leaf, path === unresolved ? path : path?.filter(({ owner }) => owner), [])
  }
  if ('feature' in leaf) {
    return [[judgedIn(world, { assignment: new PlanFeature(leaf), leaf })]]
  }
  if ('member' in leaf) {
    if (isProjectScope(leaf.member)) return onPath(leaf, paths[leaf.member], [])
    const person = leaf.who === 'user' ? resources.user : actor
    if (person === unresolved) return nothingNeeded
    return person ? inScope(context, leaf, leaf.member, person, undefined) : impossible
  }
  if (!('permission' in leaf || 'covers' in leaf)) return impossible
  const permissions = 'permission' in leaf ? [leaf.permission] : [...(context.handedOut ?? [])]
  if (isProjectScope(leaf.in)) return onPath(leaf, paths[leaf.in], permissions)
  const { in: scope } = leaf
  return ofAll(permissions, (permission) => inScope(context, leaf, scope, actor, permission))
}
