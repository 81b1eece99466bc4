import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { interopCases } from './interop/cases.ts'
import { musts } from './musts/musts.ts'
import { checks } from './scenario/checks.ts'

/** A count of what holds, of how much. */
export interface Count {
  readonly line: string
  readonly isWhole: boolean
}

const count = (what: string, found: number, total: number, unit: string): Count => ({
  line: `${what.padEnd(22)} ${found} of ${total} ${unit}`,
  isWhole: found === total,
})

const hasPassed = (test: TestCase): boolean => test.result().state === 'passed'

const suiteOf = ({ parent }: TestCase): string => (parent.type === 'suite' ? parent.name : '')

/** How many checks, cases and MUSTs hold: those whose every test passed. Empty if none of them ran. */
export function authzenCounts(modules: readonly TestModule[]): readonly Count[] {
  const tests = modules
    .filter(({ moduleId }) => moduleId.includes('/test/authzen/'))
    .flatMap(({ children }) => [...children.allTests()])
  if (tests.length === 0) return []
  const byId = Map.groupBy(tests, ({ name }) => name.split(':', 1)[0])
  const holds = (id: string): boolean => byId.get(id)?.every(hasPassed) ?? false
  const ids = Object.keys(musts)
  return [
    count(
      'AuthZEN certification',
      checks.filter(({ id }) => holds(id)).length,
      checks.length,
      'ids',
    ),
    ...Object.entries(interopCases).map(([name, total]) => {
      const suite = tests.filter((test) => suiteOf(test) === `interop: ${name}`)
      return count(`AuthZEN interop ${name}`, suite.filter(hasPassed).length, total, 'cases')
    }),
    count('AuthZEN text', ids.filter(holds).length, ids.length, 'MUSTs'),
  ]
}

/** Prints the counts of a run that had tests of AuthZEN. */
export class AuthzenCounts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const { line } of authzenCounts(modules)) process.stdout.write(`${line}\n`)
  }
}
