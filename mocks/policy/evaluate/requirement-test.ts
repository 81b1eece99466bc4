import { unresolved } from '../world/resources.ts'
import { type Choice, type Chosen, heldBy, leafTest, type SeenBy, type Test } from './leaves.ts'
import { allOf, anyOf, commonOf, type Outcome } from '../language/outcome.ts'
import { projectsIn, type Question } from './question.ts'
import { type ProjectScope, projectScopesOf, type Requirement } from '../language/requirement.ts'
import type { ProjectRecord } from '../language/records.ts'

const treeTest = (tree: Requirement): Test => {
  if ('all' in tree) {
    const parts = tree.all.map(treeTest)
    return (question, chosen, seenBy) => allOf(parts, (part) => part(question, chosen, seenBy))
  }
  if ('any' in tree) {
    const parts = tree.any.map(treeTest)
    return (question, chosen, seenBy) => anyOf(parts, (part) => part(question, chosen, seenBy))
  }
  return leafTest(tree)
}

const choose = (chosen: Chosen, scope: ProjectScope, path: Choice): Chosen => {
  const { project, attached_project, destination } = chosen
  switch (scope) {
    case 'project':
      return { project: path, attached_project, destination }
    case 'attached_project':
      return { project, attached_project: path, destination }
    case 'destination':
      return { project, attached_project, destination: path }
  }
}

/** Tries every open path into the projects: one of them must meet all that is asked there. */
const throughProjects = (
  question: Question,
  chosen: Chosen,
  scope: ProjectScope,
  test: Test,
  projects: readonly ProjectRecord[],
  seenBy: SeenBy,
): Outcome => {
  const held = heldBy(question, question.actor)
  let result: Outcome | undefined
  for (const project of projects) {
    for (const path of held.into(project)) {
      const outcome = test(question, choose(chosen, scope, path), seenBy)
      if (outcome === 'yes') return 'yes'
      if (result !== 'depends') result = outcome
    }
  }
  return result ?? test(question, chosen, seenBy)
}

const throughPaths =
  (scope: ProjectScope, test: Test): Test =>
  (question, chosen, seenBy) => {
    const projects = projectsIn(question, scope)
    if (projects === unresolved) return test(question, choose(chosen, scope, unresolved), seenBy)
    if (projects) return throughProjects(question, chosen, scope, test, projects, seenBy)
    if (question.isCall) return test(question, chosen, seenBy)
    const { judge, world, actor } = question
    const seen = seenBy(judge, world, actor)
    // No path leads to a hidden project. The outcome must not tell whether one exists, so assume one.
    const cases = seen.all('project') ? seen.projects : [...seen.projects, undefined]
    return commonOf(cases, (project) =>
      project
        ? throughProjects(question, chosen, scope, test, [project], seenBy)
        : test(question, chosen, seenBy),
    )
  }

const tests = new WeakMap<Requirement, Test>()

/** Compiles a requirement, once per requirement. */
export const testOf = (requirement: Requirement): Test => {
  const known = tests.get(requirement)
  if (known) return known
  const made = projectScopesOf(requirement).reduceRight(
    (test, scope) => throughPaths(scope, test),
    treeTest(requirement),
  )
  tests.set(requirement, made)
  return made
}
