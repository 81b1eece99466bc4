import { type Things, unknown } from './call.ts'
import { allOf, anyOf, commonOf, type Outcome, outcomeOf } from './outcome.ts'
import { type Path, pathsInto } from './paths.ts'
import type { Policy } from './policy.ts'
import {
  isProjectScope,
  type Leaf,
  type ProjectScope,
  projectScopesOf,
  type Requirement,
  type Scope,
} from './requirement.ts'
import { holdsIn, permissionsOf, roleIn } from './role-permissions.ts'
import type { ProjectRecord, UserRecord, World } from './world.ts'

/** One action that a call asks for, with the things that it is about. */
export interface Question {
  policy: Policy
  world: World
  actor: UserRecord
  things: Things
  /** The permissions that the change hands out, where hardened mode asks. */
  handedOut?: ReadonlySet<string>
}

/** The path that is being tried for each project scope; `unknown` lets everything through. */
export type PathChoice = Partial<Record<ProjectScope, Path | typeof unknown>>

/** The projects that a scope speaks of; undefined when the question leaves them open. */
export const projectsIn = (
  { world, things }: Question,
  scope: ProjectScope,
): readonly ProjectRecord[] | typeof unknown | undefined => {
  const { artifact } = things
  if (scope === 'attached_project' && artifact) {
    const keys = [artifact.project, ...(artifact.attachedTo ?? [])]
    return keys.flatMap((key) => (key === null ? [] : (world.project(key) ?? [])))
  }
  const project = scope === 'destination' ? things.destination : things.project
  if (project === undefined) return artifact && scope !== 'destination' ? [] : undefined
  return project === unknown ? unknown : [project]
}

const holdsOnPath = (question: Question, path: Path, permission: string): boolean =>
  path.lets(permission) && holdsIn(question.world, question.actor, path.team.key, permission)

/** What is true of the role held in one team, asked for whichever team the scope names. */
const inTeams = (
  question: Question,
  scope: Exclude<Scope, ProjectScope>,
  person: UserRecord,
  test: (team: string) => boolean,
): Outcome => {
  if (typeof scope === 'object') return outcomeOf(test(scope.team))
  if (scope === 'any_team') return outcomeOf(Object.keys(person.teams).some(test))
  const { team } = question.things
  if (team === unknown) return 'yes'
  if (team) return outcomeOf(test(team.key))
  return commonOf([...question.world.teams()].map(({ key }) => outcomeOf(test(key))))
}

const evaluateLeaf = (question: Question, leaf: Leaf, paths: PathChoice): Outcome => {
  const { world, actor, things } = question
  if ('nothing' in leaf) return 'yes'
  if ('self' in leaf) {
    return things.user === undefined ? 'depends' : outcomeOf(things.user === actor)
  }
  if ('path' in leaf) {
    const path = paths.project
    return outcomeOf(path === unknown || path?.owner === true)
  }
  if ('member' in leaf) {
    if (isProjectScope(leaf.member)) return outcomeOf(paths[leaf.member] !== undefined)
    const person = leaf.who === 'user' ? things.user : actor
    if (person === undefined) return 'depends'
    if (person === unknown) return 'yes'
    return inTeams(question, leaf.member, person, (team) => Object.hasOwn(person.teams, team))
  }
  const needed =
    'permission' in leaf ? [leaf.permission] : question.handedOut ? [...question.handedOut] : []
  if (isProjectScope(leaf.in)) {
    const path = paths[leaf.in]
    if (path === unknown) return 'yes'
    return outcomeOf(
      path !== undefined && needed.every((permission) => holdsOnPath(question, path, permission)),
    )
  }
  return inTeams(question, leaf.in, actor, (team) => {
    const role = roleIn(world, actor, team)
    return role !== undefined && needed.every((key) => permissionsOf(role).has(key))
  })
}

const evaluateTree = (question: Question, tree: Requirement, paths: PathChoice): Outcome => {
  if ('all' in tree) return allOf(tree.all.map((part) => evaluateTree(question, part, paths)))
  if ('any' in tree) return anyOf(tree.any.map((part) => evaluateTree(question, part, paths)))
  return evaluateLeaf(question, tree, paths)
}

const throughPaths = (
  question: Question,
  tree: Requirement,
  scopes: readonly ProjectScope[],
  paths: PathChoice,
): Outcome => {
  const [scope, ...rest] = scopes
  if (scope === undefined) return evaluateTree(question, tree, paths)
  const through = (path: Path | typeof unknown | undefined): Outcome =>
    throughPaths(question, tree, rest, path ? { ...paths, [scope]: path } : paths)
  const oneOf = (projects: readonly ProjectRecord[]): Outcome => {
    const open = projects.flatMap((project) =>
      pathsInto(question.policy, question.world, question.actor, project),
    )
    return open.length === 0 ? through(undefined) : anyOf(open.map(through))
  }
  const projects = projectsIn(question, scope)
  if (projects === unknown) return through(unknown)
  if (projects) return oneOf(projects)
  return commonOf([...question.world.projects()].map((project) => oneOf([project])))
}

/**
 * Whether the requirement is met. Each path to a project is judged alone, and one must do all that is
 * asked there; what the question leaves open is asked for all that there is.
 */
export const evaluate = (question: Question, requirement: Requirement): Outcome =>
  throughPaths(question, requirement, projectScopesOf(requirement), {})
