import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { interopCases } from './interop/cases.ts'
import { musts } from './musts/musts.ts'
import { checks } from './scenario/checks.ts'

/** A count of what holds, of how much. */
export interface Count {
  readonly line: string
  readonly isWhole: boolean
  /** Whether any of it was tested. */
  readonly isTested: boolean
}

const hasPassed = (test: TestCase): boolean => test.result().state === 'passed'

/** What the title of a test begins with: `M-01`. */
const idOf = ({ name }: TestCase): string => name.split(':', 1)[0] ?? ''

const suiteOf = ({ parent }: TestCase): string => (parent.type === 'suite' ? parent.name : '')

/** Counts ids: one holds if all tests that are named for it pass. */
function countIds(what: string, unit: string, ids: readonly string[], all: readonly TestCase[]) {
  const tests = Map.groupBy(all, idOf)
  const found = ids.filter((id) => tests.get(id)?.every(hasPassed)).length
  const line = `${what.padEnd(22)} ${found} of ${ids.length} ${unit}`
  return { line, isWhole: found === ids.length, isTested: ids.some((id) => tests.has(id)) }
}

function countCases(scenario: string, total: number, all: readonly TestCase[]): Count {
  const tests = all.filter((test) => suiteOf(test) === `interop: ${scenario}`)
  const found = tests.filter(hasPassed).length
  const line = `${`AuthZEN interop ${scenario}`.padEnd(22)} ${found} of ${total} cases`
  return { line, isWhole: found === total, isTested: tests.length > 0 }
}

/** How many checks of the certification scenario, cases of interoperability and MUSTs hold. */
export function authzenCounts(modules: readonly TestModule[]): readonly Count[] {
  const tests = modules
    .filter(({ moduleId }) => moduleId.includes('/test/authzen/'))
    .flatMap(({ children }) => [...children.allTests()])
  const ids = checks.map(({ id }) => id)
  return [
    countIds('AuthZEN certification', 'ids', ids, tests),
    ...Object.entries(interopCases).map(([name, total]) => countCases(name, total, tests)),
    countIds('AuthZEN text', 'MUSTs', Object.keys(musts), tests),
  ]
}

/** Prints the counts of what a run has tested. */
export class AuthzenCounts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const { line, isTested } of authzenCounts(modules)) {
      if (isTested) process.stdout.write(`${line}\n`)
    }
  }
}
