import type { Reporter, SerializedError, TestModule } from 'vitest/node'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/**
 * Prints, last and alone on a line, `N passed, N failed, N skipped`, for tools that read only the end of
 * a run. A file that does not load, a failing hook or a stray rejection counts as a failure too.
 */
export class ClosingLine implements Reporter {
  readonly #print: (line: string) => void

  /** @param print - Takes the line; standard output by default. */
  constructor(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)) {
    this.#print = print
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const counts = modules.map(countModule)
    const sum = (key: keyof Counts) => counts.reduce((total, count) => total + count[key], 0)
    this.#print(
      `${sum('passed')} passed, ${sum('failed') + errors.length} failed, ${sum('skipped')} skipped`,
    )
  }
}

function countModule(module: TestModule): Counts {
  const states = Array.from(module.children.allTests(), (test) => test.result().state)
  const count = (...wanted: readonly string[]) =>
    states.filter((state) => wanted.includes(state)).length
  const suites = [module, ...module.children.allSuites()]
  return {
    passed: count('passed'),
    failed: count('failed') + suites.filter((suite) => suite.errors().length > 0).length,
    skipped: count('skipped', 'pending'),
  }
}
