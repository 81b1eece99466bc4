import { unknown } from './call.ts'
import { organizationPermitsOf, permissionsOf, permit } from './holding.ts'
import { isCreator, isSelf, projectsIn, type Question } from './question.ts'
import {
  isProjectScope,
  type Leaf,
  type ProjectScope,
  projectScopesOf,
  type Requirement,
  type Scope,
} from './requirement.ts'
import { isMet } from './slot-state.ts'
import { type Slot, slotKey } from './slot.ts'
import { type Want, wantsOfOrganizationRole } from './want.ts'
import { type Path, pathsInto } from './ways.ts'
import type { RoleRecord, UserRecord } from './world.ts'

/** Something that a slot must hold for a leaf of the requirement to be met. */
export interface Need extends Want {
  leaf: Leaf
  /** The permission that is needed; undefined for mere membership. */
  permission: string | undefined
  /** The role that somebody must have, by its key, where it is the role itself that counts. */
  role?: string
  met: boolean
}

/** The path that is being tried for each project scope; `unknown` needs nothing. */
type PathChoice = Partial<Record<ProjectScope, Path | typeof unknown>>

/** Needs that together would meet the requirement. */
export type Option = readonly Need[]

const impossible: readonly Option[] = []
const nothingNeeded: readonly Option[] = [[]]

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
  path: Path | typeof unknown | undefined,
  permissions: readonly string[],
): readonly Option[] => {
  if (path === unknown) return nothingNeeded
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
  { world, things }: Question,
  scope: Exclude<Scope, ProjectScope | 'organization'>,
  user: UserRecord,
  fits: (role: RoleRecord) => boolean,
): readonly (readonly Want[])[] | typeof unknown => {
  const named = typeof scope === 'object' ? world.team(scope.team) : things.team
  if (named === unknown && scope === 'team') return unknown
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
  const { world, things } = question
  if (scope === 'organization') {
    const permits = organizationPermitsOf(world, user)
    const isHeld =
      permits && (permission === undefined || permit(permits, permission, things.artifact))
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
  return wants === unknown ? nothingNeeded : optionsThrough(question, leaf, permission, wants)
}

const fixed = (holds: boolean | undefined): readonly Option[] =>
  holds ? nothingNeeded : impossible

const optionsOfLeaf = (question: Question, leaf: Leaf, paths: PathChoice): readonly Option[] => {
  const { actor, things, world } = question
  if ('nothing' in leaf) return nothingNeeded
  if ('self' in leaf) return fixed(isSelf(question, leaf))
  if ('creator' in leaf) return fixed(isCreator(question, leaf))
  if ('path' in leaf) {
    const path = paths.project
    return fixed(path === unknown || path?.some(({ owner }) => owner))
  }
  if ('feature' in leaf) {
    const slot: Slot = { kind: 'feature', feature: leaf.feature }
    return [[{ slot, leaf, permission: undefined, met: isMet(world, { slot }) }]]
  }
  if ('member' in leaf) {
    if (isProjectScope(leaf.member)) return onPath(question, leaf, paths[leaf.member], [])
    const person = leaf.who === 'user' ? things.user : actor
    if (person === unknown) return nothingNeeded
    return person ? inScope(question, leaf, leaf.member, person, undefined) : impossible
  }
  const permissions = 'permission' in leaf ? [leaf.permission] : [...(question.handedOut ?? [])]
  if (isProjectScope(leaf.in)) return onPath(question, leaf, paths[leaf.in], permissions)
  const { in: scope } = leaf
  return ofAll(permissions, (permission) => inScope(question, leaf, scope, actor, permission))
}

/** What an option would have to change or keep, in the slots that it changes. */
const burdenOf = (option: Option): ReadonlySet<string> => {
  const changed = new Set(option.flatMap(({ met, slot }) => (met ? [] : [slotKey(slot)])))
  return new Set(
    option.flatMap(({ slot, permission = '', by = '' }) =>
      changed.has(slotKey(slot)) ? [slotKey(slot), `${slotKey(slot)} ${permission} ${by}`] : [],
    ),
  )
}

/** Leaves out each option that asks for all that another asks for; keeps products small. */
const withoutSupersets = (options: readonly Option[]): readonly Option[] => {
  const kept: { option: Option; burden: ReadonlySet<string> }[] = []
  const burdened = options.map((option) => ({ option, burden: burdenOf(option) }))
  for (const one of burdened.toSorted((a, b) => a.burden.size - b.burden.size)) {
    if (!kept.some(({ burden }) => burden.isSubsetOf(one.burden))) kept.push(one)
  }
  return kept.map(({ option }) => option)
}

const both = (options: readonly Option[], part: readonly Option[]): readonly Option[] =>
  withoutSupersets(options.flatMap((one) => part.map((other) => [...one, ...other])))

/** Every way to take one option of each. */
export const together = (parts: readonly (readonly Option[])[]): readonly Option[] => {
  const [first = nothingNeeded, ...others] = parts
  return others.reduce(both, first)
}

const optionsOfTree = (
  question: Question,
  tree: Requirement,
  paths: PathChoice,
): readonly Option[] => {
  if ('all' in tree) return together(tree.all.map((part) => optionsOfTree(question, part, paths)))
  if ('any' in tree) return tree.any.flatMap((part) => optionsOfTree(question, part, paths))
  return optionsOfLeaf(question, tree, paths)
}

const throughPaths = (
  question: Question,
  tree: Requirement,
  scopes: readonly ProjectScope[],
  paths: PathChoice,
): readonly Option[] => {
  const [scope, ...rest] = scopes
  if (scope === undefined) return optionsOfTree(question, tree, paths)
  const { judge, world, actor: person } = question
  const projects = projectsIn(question, scope)
  const through = (path: Path | typeof unknown | undefined): readonly Option[] =>
    throughPaths(question, tree, rest, path ? { ...paths, [scope]: path } : paths)
  if (projects === unknown) return through(unknown)
  const all = (projects ?? []).flatMap((project) =>
    pathsInto({ policy: judge.policy, world, person, project }),
  )
  return [undefined, ...all].flatMap(through)
}

/** Every set of needs that would meet the requirement, through any way into its projects. */
export const optionsOf = (question: Question, requirement: Requirement): readonly Option[] =>
  throughPaths(question, requirement, projectScopesOf(requirement), {})
