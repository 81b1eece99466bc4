import { unresolved } from '../world/resources.ts'
import { together } from './combine.ts'
import { optionsOfLeaf, type PathChoice } from './leaves.ts'
import type { Option } from '../assignments/prerequisite.ts'
import { projectsIn, type Question } from '../evaluate/question.ts'
import { type ProjectScope, projectScopesOf, type Requirement } from '../language/requirement.ts'
import { pathGroupsInto, type PathGroup } from '../paths/paths.ts'

const optionsOfTree = (
  question: Question,
  tree: Requirement,
  paths: PathChoice,
): readonly Option[] => {
  if ('all' in tree) return together(tree.all.map((part) => optionsOfTree(question, part, paths)))
  if ('any' in tree) return tree.any.flatMap((part) => optionsOfTree(question, part, paths))
  return optionsOfLeaf(question, tree, paths)
}

type Choice = PathGroup | typeof unresolved | undefined

/** The paths that can be tried in the scope: none, each that there is or could be, or whichever it is. */
const choicesIn = (question: Question, scope: ProjectScope): readonly Choice[] => {
  const { judge, world, actor: person } = question
  const projects = projectsIn(question, scope)
  if (projects === unresolved) return [unresolved]
  const paths = (projects ?? []).flatMap((project) =>
    pathGroupsInto({ policy: judge.policy, world, person, project }),
  )
  return [undefined, ...paths]
}

/** Every set of prerequisites that would meet the requirement, through any path into its projects. */
export const optionsOf = (question: Question, requirement: Requirement): readonly Option[] => {
  const choices = projectScopesOf(requirement).map((scope) =>
    choicesIn(question, scope).map((path): PathChoice => (path ? { [scope]: path } : {})),
  )
  return choices
    .reduce<readonly PathChoice[]>(
      (chosen, next) => chosen.flatMap((one) => next.map((other) => ({ ...one, ...other }))),
      [{}],
    )
    .flatMap((paths) => optionsOfTree(question, requirement, paths))
}
