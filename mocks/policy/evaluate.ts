import { unknown } from './call.ts'
import type { OpenPath } from './holdings.ts'
import { type Chosen, heldBy, leafTest, type Test } from './leaf-test.ts'
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

/** Tries every open path in a scope; one of them must do all that is asked there. */
const throughPaths =
  (scope: ProjectScope, test: Test): Test =>
  (question, chosen) => {
    const through = (path: OpenPath | typeof unknown | undefined): Outcome =>
      test(question, path ? { ...chosen, [scope]: path } : chosen)
    const held = heldBy(question, question.actor)
    const oneOf = (projects: readonly ProjectRecord[]): Outcome => {
      let result: Outcome | undefined
      for (const project of projects) {
        for (const path of held.into(project)) {
          const outcome = through(path)
          if (outcome === 'yes') return 'yes'
          if (result !== 'depends') result = outcome
        }
      }
      return result ?? through(undefined)
    }
    const projects = projectsIn(question, scope)
    if (projects === unknown) return through(unknown)
    if (projects) return oneOf(projects)
    return commonOf([...question.world.projects()], (project) => oneOf([project]))
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

const nothingChosen: Chosen = {}

/**
 * Whether the requirement is met. Each path to a project is judged alone, and one must do all that is
 * asked there; what the question leaves open is asked for all that there is.
 */
export const evaluate = (question: Question, requirement: Requirement): Outcome =>
  testOf(requirement)(question, nothingChosen)
