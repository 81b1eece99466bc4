import { basename } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { authzenCounts } from '../authzen/counts.ts'

/** The number of cells and rules of each policy, from their sources. */
const totals = {
  adaptive: { cells: 261, rules: 17, prefix: 'AD' },
  superannotate: { cells: 86, rules: 12, prefix: 'SA' },
  peltarion: { cells: 63, rules: 11, prefix: 'PE' },
  ica: { cells: 135, rules: 11, prefix: 'IC' },
  bigml: { cells: 120, rules: 14, prefix: 'BG' },
} as const

const isCell = ({ name }: TestCase): boolean => name.includes(' › ')

const hasPassed = (test: TestCase): boolean => test.result().state === 'passed'

const passedCells = (modules: readonly TestModule[], policy: string): number =>
  modules.flatMap((module) =>
    [...module.children.allTests()].filter(
      (test) =>
        isCell(test) &&
        test.parent.type === 'suite' &&
        test.parent.name === policy &&
        hasPassed(test),
    ),
  ).length

/** Rules whose every test passed: a rule's tests are the files with its name. */
const passedRules = (modules: readonly TestModule[], prefix: string): number => {
  const ofRule = Map.groupBy(modules, ({ moduleId }) =>
    basename(moduleId).slice(0, 'AD-01'.length).toUpperCase(),
  )
  return [...ofRule].filter(([rule, files]) => {
    const tests = files.flatMap(({ children }) => [...children.allTests()])
    return (
      new RegExp(`^${prefix}-\\d\\d$`).test(rule) &&
      tests.length > 0 &&
      files.every((file) => file.ok()) &&
      tests.every(hasPassed)
    )
  }).length
}

/**
 * Prints how many cells and rules of each policy hold, and how many checks of AuthZEN, of how many; fewer
 * than the total fails the run.
 */
export class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = Object.entries(totals).map(([policy, { cells, rules, prefix }]) => {
      const found = { cells: passedCells(modules, policy), rules: passedRules(modules, prefix) }
      const isWhole = found.cells === cells && found.rules === rules
      const counts = `${found.cells} of ${cells} cells, ${found.rules} of ${rules} rules`
      return { line: `${policy.padEnd(14)} ${counts}`, isWhole }
    })
    const counts = [...rows, ...authzenCounts(modules)]
    for (const { line } of counts) console.log(line)
    if (counts.every(({ isWhole }) => isWhole)) return
    console.error('Below the total.')
    process.exitCode = 1
  }
}
