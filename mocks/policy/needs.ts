import { unknown } from './call.ts'
import { type PathChoice, projectsIn, type Question } from './evaluate.ts'
import { type Path, waysInto } from './paths.ts'
import {
  isProjectScope,
  type Leaf,
  type ProjectScope,
  projectScopesOf,
  type Requirement,
} from './requirement.ts'
import { permissionsOf, roleIn } from './role-permissions.ts'
import type { RoleRecord, TeamRecord, UserRecord } from './world.ts'

/** Something that a remedy may change: the role that a user holds in a team. */
export interface Slot {
  user: UserRecord
  team: TeamRecord
}

/** A leaf of a requirement that a slot decides. */
export interface Need {
  slot: Slot
  leaf: Leaf
  /** The permissions that the slot's role must contain; none for mere membership. */
  permissions: readonly string[]
  met: boolean
}

/** Needs that together would meet the requirement. */
export type Option = readonly Need[]

const impossible: readonly Option[] = []
const nothingNeeded: readonly Option[] = [[]]

export const fits = (role: RoleRecord | undefined, permissions: readonly string[]): boolean =>
  role !== undefined && permissions.every((key) => permissionsOf(role).has(key))

const need = (
  { world }: Question,
  leaf: Leaf,
  slot: Slot,
  permissions: readonly string[],
): Option => [
  { slot, leaf, permissions, met: fits(roleIn(world, slot.user, slot.team.key), permissions) },
]

const onPath = (
  question: Question,
  leaf: Leaf,
  path: Path | typeof unknown | undefined,
  permissions: readonly string[],
): readonly Option[] => {
  if (path === unknown) return nothingNeeded
  if (!path || !permissions.every((key) => path.lets(key))) return impossible
  return [need(question, leaf, { user: question.actor, team: path.team }, permissions)]
}

const teamsOf = ({ world, things }: Question, scope: 'team' | 'any_team' | { team: string }) => {
  if (scope === 'any_team') return [...world.teams()]
  const team = typeof scope === 'object' ? world.team(scope.team) : things.team
  return team === unknown ? unknown : team ? [team] : []
}

const optionsOfLeaf = (question: Question, leaf: Leaf, paths: PathChoice): readonly Option[] => {
  const { actor, things } = question
  if ('nothing' in leaf) return nothingNeeded
  if ('self' in leaf) return things.user === actor ? nothingNeeded : impossible
  if ('path' in leaf) {
    const path = paths.project
    return path === unknown || path?.owner ? nothingNeeded : impossible
  }
  const scope = 'member' in leaf ? leaf.member : leaf.in
  const permissions =
    'permission' in leaf
      ? [leaf.permission]
      : 'covers' in leaf
        ? [...(question.handedOut ?? [])]
        : []
  if (isProjectScope(scope)) return onPath(question, leaf, paths[scope], permissions)
  const person = 'member' in leaf && leaf.who === 'user' ? things.user : actor
  if (person === unknown) return nothingNeeded
  if (person === undefined) return impossible
  const teams = teamsOf(question, scope)
  if (teams === unknown) return nothingNeeded
  return teams.map((team) => need(question, leaf, { user: person, team }, permissions))
}

export const slotKey = ({ slot }: Need): string => `${slot.user.id} ${slot.team.key}`

/** What an option would have to change or keep, in the slots that it changes. */
const burdenOf = (option: Option): ReadonlySet<string> => {
  const changed = new Set(option.filter(({ met }) => !met).map(slotKey))
  const touching = option.filter((one) => changed.has(slotKey(one)))
  return new Set(
    touching.flatMap((one) => ['', ...one.permissions].map((key) => `${slotKey(one)} ${key}`)),
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

/** Every way to take one option of each. */
export const together = (parts: readonly (readonly Option[])[]): readonly Option[] =>
  parts.reduce<readonly Option[]>(
    (options, part) =>
      withoutSupersets(options.flatMap((one) => part.map((other) => [...one, ...other]))),
    nothingNeeded,
  )

const optionsOfTree = (
  question: Question,
  tree: Requirement,
  paths: PathChoice,
): readonly Option[] => {
  if ('all' in tree) return together(tree.all.map((part) => optionsOfTree(question, part, paths)))
  if ('any' in tree) return tree.any.flatMap((part) => optionsOfTree(question, part, paths))
  return optionsOfLeaf(question, tree, paths)
}

const throughWays = (
  question: Question,
  tree: Requirement,
  scopes: readonly ProjectScope[],
  paths: PathChoice,
): readonly Option[] => {
  const [scope, ...rest] = scopes
  if (scope === undefined) return optionsOfTree(question, tree, paths)
  const projects = projectsIn(question, scope)
  const through = (path: Path | typeof unknown | undefined): readonly Option[] =>
    throughWays(question, tree, rest, path ? { ...paths, [scope]: path } : paths)
  if (projects === unknown) return through(unknown)
  const ways = (projects ?? []).flatMap((project) =>
    waysInto(question.policy, question.world, project),
  )
  return [undefined, ...ways].flatMap(through)
}

/** Every set of needs that would meet the requirement, through any way into its projects. */
export const optionsOf = (question: Question, requirement: Requirement): readonly Option[] =>
  throughWays(question, requirement, projectScopesOf(requirement), {})
