import { unresolved } from '../world/resources.ts'
import { together } from './combine.ts'
import { organizationPermitsOf, permissionsOf, permit } from '../world/permits.ts'
import { impossible, nothingNeeded, type Option } from '../slots/need.ts'
import { isCreator, isSelf, type Question } from '../evaluate/question.ts'
import {
  isProjectScope,
  type Leaf,
  type ProjectScope,
  type Scope,
} from '../language/requirement.ts'
import { isMet } from '../slots/state.ts'
import { type Slot, slotKey } from '../slots/slot.ts'
import { type Want, wantsOfOrganizationRole } from '../slots/want.ts'
import type { Path } from '../paths/paths.ts'
import type { RoleRecord, UserRecord } from '../language/records.ts'

/** The path that is being tried for each project scope; `unresolved` needs nothing. */
export type PathChoice = Partial<Record<ProjectScope, Path | typeof unresolved>>

const optionsThrough = (
  question: Question,
  leaf: Leaf,
  permission: string | undefined,
  wants: readonly (readonly Want[])[],
): readonly Option[] =>
  wants.map((together) =>
    together.map((want) => ({
      ...want,
      leaf,
      permission: want.joins ? undefined : permission,
      met: isMet(question.world, want),
    })),
  )

const patternOf = (options: readonly Option[]): string =>
  options
    .map((option) => option.map(({ slot, by = '', met }) => `${slotKey(slot)} ${by} ${met}`).join())
    .join(';')

/**
 * The options that give every permission. Permissions that the same slots give are given by one slot
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
  question: Question,
  leaf: Leaf,
  path: Path | typeof unresolved | undefined,
  permissions: readonly string[],
): readonly Option[] => {
  if (path === unresolved) return nothingNeeded
  if (!path) return impossible
  if (permissions.length === 0) {
    const wants = path.flatMap((way) => way.couldOpen())
    return optionsThrough(question, leaf, undefined, wants)
  }
  return ofAll(permissions, (permission) => {
    const wants = path.flatMap((way) => way.couldGive(permission))
    return optionsThrough(question, leaf, permission, wants)
  })
}

const wantsInTeam = (
  { world, resources }: Question,
  scope: Exclude<Scope, ProjectScope | 'organization'>,
  user: UserRecord,
  fits: (role: RoleRecord) => boolean,
): readonly (readonly Want[])[] | typeof unresolved => {
  const named = typeof scope === 'object' ? world.team(scope.team) : resources.team
  if (named === unresolved && scope === 'team') return unresolved
  const teams = scope === 'any_team' ? [...world.teams()] : typeof named === 'object' ? [named] : []
  return teams.map((team) => [{ slot: { kind: 'team_role', user, team }, fits }])
}

const inScope = (
  question: Question,
  leaf: Leaf,
  scope: Exclude<Scope, ProjectScope>,
  user: UserRecord,
  permission: string | undefined,
): readonly Option[] => {
  const { world, resources } = question
  if (scope === 'organization') {
    const permits = organizationPermitsOf(world, user)
    const isHeld =
      permits && (permission === undefined || permit(permits, permission, resources.artifact))
    const slot: Slot = { kind: 'organization_role', user }
    const wants =
      permission === undefined
        ? [[{ slot, fits: () => true }]]
        : wantsOfOrganizationRole(world, user, permission)
    const options = optionsThrough(question, leaf, permission, wants)
    // What stays after a revocation is no slot's: it is there, and nothing has to be changed for it.
    const isSlotted = options.some((option) => option.every(({ met }) => met))
    return isHeld && !isSlotted ? [...nothingNeeded, ...options] : options
  }
  const wants = wantsInTeam(
    question,
    scope,
    user,
    (role) => permission === undefined || permissionsOf(role).has(permission),
  )
  return wants === unresolved ? nothingNeeded : optionsThrough(question, leaf, permission, wants)
}

const fixed = (holds: boolean | undefined): readonly Option[] =>
  holds ? nothingNeeded : impossible

/** Every set of needs that would meet the leaf, through the paths that are being tried. */
export const optionsOfLeaf = (
  question: Question,
  leaf: Leaf,
  paths: PathChoice,
): readonly Option[] => {
  const { actor, resources, world } = question
  if ('nothing' in leaf) return nothingNeeded
  if ('self' in leaf) return fixed(isSelf(question, leaf))
  if ('creator' in leaf) return fixed(isCreator(question, leaf))
  if ('path' in leaf) {
    const path = paths.project
    return onPath(
      question,
      leaf,
      path === unresolved ? path : path?.filter(({ owner }) => owner),
      [],
    )
  }
  if ('feature' in leaf) {
    const slot: Slot = { kind: 'feature', feature: leaf.feature }
    return [[{ slot, leaf, permission: undefined, met: isMet(world, { slot }) }]]
  }
  if ('member' in leaf) {
    if (isProjectScope(leaf.member)) return onPath(question, leaf, paths[leaf.member], [])
    const person = leaf.who === 'user' ? resources.user : actor
    if (person === unresolved) return nothingNeeded
    return person ? inScope(question, leaf, leaf.member, person, undefined) : impossible
  }
  if (!('permission' in leaf || 'covers' in leaf)) return impossible
  const permissions = 'permission' in leaf ? [leaf.permission] : [...(question.handedOut ?? [])]
  if (isProjectScope(leaf.in)) return onPath(question, leaf, paths[leaf.in], permissions)
  const { in: scope } = leaf
  return ofAll(permissions, (permission) => inScope(question, leaf, scope, actor, permission))
}
