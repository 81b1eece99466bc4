import { unresolved } from '../world/resources.ts'
import { together } from './combine.ts'
import { optionsOfLeaf, type PathChoice } from './leaves.ts'
import type { Option } from '../assignments/prerequisite.ts'
import { projectsIn, type EvaluationContext } from '../evaluate/context.ts'
import { type ProjectScope, projectScopesOf, type Requirement } from '../language/requirement.ts'
import { pathGroupsInto } from '../paths/paths.ts'
import type { PathTried } from './on-path.ts'

const optionsOfTree = (
  context: EvaluationContext,
  tree: Requirement,
  paths: PathChoice,
): readonly Option[] => {
  if ('all' in tree) return together(tree.all.map((part) => optionsOfTree(context, part, paths)))
  if ('any' in tree) return tree.any.flatMap((part) => optionsOfTree(context, part, paths))
  return optionsOfLeaf(context, tree, paths)
}

/**
 * The paths to try in the scope: none, and each existing or possible one. An unresolved project has any
 * path.
 */
const choicesIn = (context: EvaluationContext, scope: ProjectScope): readonly PathTried[] => {
  const { judge, world, actor: person } = context
  const projects = projectsIn(context, scope)
  if (projects === unresolved) return [unresolved]
  const paths = (projects ?? []).flatMap((project) =>
    pathGroupsInto({ policy: judge.policy, world, person, project }),
  )
  return [undefined, ...paths]
}

/** The options that meet the requirement, through every path into its projects. */
export const optionsOf = (
  context: EvaluationContext,
  requirement: Requirement,
): readonly Option[] => {
  const choices = projectScopesOf(requirement).map((scope) =>
    choicesIn(context, scope).map((path): PathChoice => (path ? { [scope]: path } : {})),
  )
  return choices
    .reduce<readonly PathChoice[]>(
      (chosen, next) => chosen.flatMap((one) => next.map((other) => ({ ...one, ...other }))),
      [{}],
    )
    .flatMap((paths) => optionsOfTree(context, requirement, paths))
}
