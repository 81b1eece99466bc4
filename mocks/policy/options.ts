import { unknown } from './call.ts'
import { together } from './combine-options.ts'
import { optionsOfLeaf, type PathChoice } from './leaf-options.ts'
import type { Option } from './need.ts'
import { projectsIn, type Question } from './question.ts'
import { type ProjectScope, projectScopesOf, type Requirement } from './requirement.ts'
import { type Path, pathsInto } from './ways.ts'

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
