import { unknown } from './call.ts'
import { type Choice, type Chosen, heldBy, leafTest, type Test } from './leaf-test.ts'
import { allOf, anyOf, commonOf, type Outcome } from './outcome.ts'
import { projectsIn, type Question } from './question.ts'
import { type ProjectScope, projectScopesOf, type Requirement } from './requirement.ts'
import type { ProjectRecord } from './world.ts'

const treeTest = (tree: Requirement): Test => {
  if ('all' in tree) {
    const parts = tree.all.map(treeTest)
    return (question, chosen) => allOf(parts, (part) => part(question, chosen))
  }
  if ('any' in tree) {
    const parts = tree.any.map(treeTest)
    return (question, chosen) => anyOf(parts, (part) => part(question, chosen))
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

/** Tries every open path into the projects; one of them must do all that is asked there. */
const throughProjects = (
  question: Question,
  chosen: Chosen,
  scope: ProjectScope,
  test: Test,
  projects: readonly ProjectRecord[],
): Outcome => {
  const held = heldBy(question, question.actor)
  let result: Outcome | undefined
  for (const project of projects) {
    for (const path of held.into(project)) {
      const outcome = test(question, choose(chosen, scope, path))
      if (outcome === 'yes') return 'yes'
      if (result !== 'depends') result = outcome
    }
  }
  return result ?? test(question, chosen)
}

const throughPaths =
  (scope: ProjectScope, test: Test): Test =>
  (question, chosen) => {
    const projects = projectsIn(question, scope)
    if (projects === unknown) return test(question, choose(chosen, scope, unknown))
    if (projects) return throughProjects(question, chosen, scope, test, projects)
    if (question.isCall) return test(question, chosen)
    const { judge, world, actor } = question
    const seen = judge.seenBy(world, actor)
    // No path leads to a hidden project. Whether there is one must not show, so one is always reckoned with.
    const cases = seen.all('project') ? seen.projects : [...seen.projects, undefined]
    return commonOf(cases, (project) =>
      project ? throughProjects(question, chosen, scope, test, [project]) : test(question, chosen),
    )
  }

const tests = new WeakMap<Requirement, Test>()

const testOf = (requirement: Requirement): Test => {
  const known = tests.get(requirement)
  if (known) return known
  const made = projectScopesOf(requirement).reduceRight(
    (test, scope) => throughPaths(scope, test),
    treeTest(requirement),
  )
  tests.set(requirement, made)
  return made
}

const nothingChosen: Chosen = {
  project: undefined,
  attached_project: undefined,
  destination: undefined,
}

/**
 * Whether the requirement is met. Each path to a project is judged alone, and one must do all that is
 * asked there; what the question leaves open is asked for all that the actor sees.
 */
export const evaluate = (question: Question, requirement: Requirement): Outcome =>
  testOf(requirement)(question, nothingChosen)
