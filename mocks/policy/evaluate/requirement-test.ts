import { unresolved } from '../world/resources.ts'
import { type Choice, type Chosen, heldBy, leafTest, type SeenBy, type Test } from './leaves.ts'
import { allOf, anyOf, commonOf, type Outcome } from '../language/outcome.ts'
import { projectsIn, type EvaluationContext } from './context.ts'
import { type ProjectScope, projectScopesOf, type Requirement } from '../language/requirement.ts'
import type { ProjectRecord } from '../language/records.ts'

const treeTest = (tree: Requirement): Test => {
  if ('all' in tree) {
    const parts = tree.all.map(treeTest)
    return (context, chosen, seenBy) => allOf(parts, (part) => part(context, chosen, seenBy))
  }
  if ('any' in tree) {
    const parts = tree.any.map(treeTest)
    return (context, chosen, seenBy) => anyOf(parts, (part) => part(context, chosen, seenBy))
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
  context: EvaluationContext,
  chosen: Chosen,
  scope: ProjectScope,
  test: Test,
  projects: readonly ProjectRecord[],
  seenBy: SeenBy,
): Outcome => {
  const held = heldBy(context, context.actor)
  let result: Outcome | undefined
  for (const project of projects) {
    for (const path of held.into(project)) {
      const outcome = test(context, choose(chosen, scope, path), seenBy)
      if (outcome === 'yes') return 'yes'
      if (result !== 'depends') result = outcome
    }
  }
  return result ?? test(context, chosen, seenBy)
}

const throughPaths =
  (scope: ProjectScope, test: Test): Test =>
  (context, chosen, seenBy) => {
    const projects = projectsIn(context, scope)
    if (projects === unresolved) return test(context, choose(chosen, scope, unresolved), seenBy)
    if (projects) return throughProjects(context, chosen, scope, test, projects, seenBy)
    if (context.isCall) return test(context, chosen, seenBy)
    const seen = seenBy(context, context.actor)
    // No path leads to a hidden project. The outcome must not tell whether one exists, so assume one.
    const cases = seen.all('project') ? seen.projects : [...seen.projects, undefined]
    return commonOf(cases, (project) =>
      project
        ? throughProjects(context, chosen, scope, test, [project], seenBy)
        : test(context, chosen, seenBy),
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
