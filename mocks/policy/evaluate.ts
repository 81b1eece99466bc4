import { type Things, unknown } from './call.ts'
import { gives, type Holding, holdingInOrganization, holdingInTeam } from './holding.ts'
import { allOf, anyOf, commonOf, type Outcome, outcomeOf } from './outcome.ts'
import type { Policy } from './policy.ts'
import {
  type CreatorRequirement,
  isProjectScope,
  type Leaf,
  type ProjectScope,
  projectScopesOf,
  type Requirement,
  type Scope,
  type SelfRequirement,
} from './requirement.ts'
import { isOpen, type Path, pathsInto } from './ways.ts'
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

/** Whether the person is who the call is about; undefined where it leaves that open. */
export const isSelf = (
  { actor, things }: Question,
  { self }: SelfRequirement,
): boolean | undefined => {
  const { user, member, invitation } = things
  switch (self) {
    case 'user':
      return user === undefined ? undefined : user === actor
    case 'member':
      return member && (member.subject.id === actor.id || member.subject.id === actor.email)
    case 'invitation':
      return invitation && invitation.email === actor.email
  }
}

/** Whether the person made the thing; undefined where the question leaves it open. */
export const isCreator = (
  { world, actor, things }: Question,
  { creator }: CreatorRequirement,
): boolean | undefined => {
  const { artifact, project } = things
  if (creator === 'artifact') return artifact && artifact.creator === actor.id
  if (project === unknown) return true
  if (!project || creator === 'project') return project && project.creator === actor.id
  return (
    project.creator === actor.id &&
    [...world.artifactsIn(project.key)].every((one) => one.creator === actor.id)
  )
}

/** What is true of what is held in a scope that is no project’s, whichever the scope names. */
const inScope = (
  question: Question,
  scope: Exclude<Scope, ProjectScope>,
  person: UserRecord,
  test: (holding: Holding | undefined) => boolean,
): Outcome => {
  const { world, things } = question
  const testTeam = (team: string): boolean => test(holdingInTeam(world, person, team))
  if (scope === 'organization') return outcomeOf(test(holdingInOrganization(world, person)))
  if (typeof scope === 'object') return outcomeOf(testTeam(scope.team))
  if (scope === 'any_team') return outcomeOf(Object.keys(person.teams).some(testTeam))
  const { team } = things
  if (team === unknown) return 'yes'
  if (team) return outcomeOf(testTeam(team.key))
  return commonOf([...world.teams()].map(({ key }) => outcomeOf(testTeam(key))))
}

const optional = (value: boolean | undefined): Outcome =>
  value === undefined ? 'depends' : outcomeOf(value)

const evaluateLeaf = (question: Question, leaf: Leaf, paths: PathChoice): Outcome => {
  const { world, actor, things } = question
  if ('nothing' in leaf) return 'yes'
  if ('self' in leaf) return optional(isSelf(question, leaf))
  if ('creator' in leaf) return optional(isCreator(question, leaf))
  if ('feature' in leaf) return outcomeOf(world.organization.plan.features.includes(leaf.feature))
  if ('path' in leaf) {
    const path = paths.project
    return outcomeOf(path === unknown || path?.some(({ open, owner }) => open && owner) === true)
  }
  if ('member' in leaf) {
    if (isProjectScope(leaf.member)) return outcomeOf(paths[leaf.member] !== undefined)
    const person = leaf.who === 'user' ? things.user : actor
    if (person === undefined) return 'depends'
    if (person === unknown) return 'yes'
    return inScope(question, leaf.member, person, (holding) => holding !== undefined)
  }
  const needed =
    'permission' in leaf ? [leaf.permission] : question.handedOut ? [...question.handedOut] : []
  if (needed.length === 0) return 'yes'
  if (isProjectScope(leaf.in)) {
    const path = paths[leaf.in]
    if (path === unknown) return 'yes'
    return outcomeOf(
      path !== undefined &&
        needed.every((permission) => path.some((way) => way.open && way.has(permission))),
    )
  }
  return inScope(
    question,
    leaf.in,
    actor,
    (holding) =>
      holding !== undefined && needed.every((key) => gives(holding, key, things.artifact)),
  )
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
  const { policy, world, actor: person, things } = question
  const oneOf = (projects: readonly ProjectRecord[]): Outcome => {
    const open = projects
      .flatMap((project) => pathsInto({ policy, world, person, project, things }))
      .filter(isOpen)
    return open.length === 0 ? through(undefined) : anyOf(open.map(through))
  }
  const projects = projectsIn(question, scope)
  if (projects === unknown) return through(unknown)
  if (projects) return oneOf(projects)
  return commonOf([...world.projects()].map((project) => oneOf([project])))
}

/**
 * Whether the requirement is met. Each path to a project is judged alone, and one must do all that is
 * asked there; what the question leaves open is asked for all that there is.
 */
export const evaluate = (question: Question, requirement: Requirement): Outcome =>
  throughPaths(question, requirement, projectScopesOf(requirement), {})
