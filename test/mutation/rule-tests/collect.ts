/**
 * Stands in for Vitest when the rules' tests run many times: it keeps each test, as a function, with its
 * file.
 */
import { expect } from 'vitest'

export { expect }

/** One test of a rule. */
export interface RuleTest {
  title: string
  run(): Promise<void>
}

type Body = (...args: readonly unknown[]) => unknown

const collected: RuleTest[] = []
const titles: string[] = []

/** The tests collected since the last time. */
export const takeCollected = (): readonly RuleTest[] => collected.splice(0)

const rowsOf = (table: readonly unknown[]): readonly (readonly unknown[])[] =>
  table.map((row) => (Array.isArray(row) ? row : [row]))

/** The row's title, with its fields as `$name`, and its number so that no two are alike. */
const titleOf = (title: string, [first]: readonly unknown[], index: number): string => {
  const named = title.replace(/\$(\w+)/g, (whole, key: string) =>
    typeof first === 'object' && first !== null ? String(Reflect.get(first, key)) : whole,
  )
  return `${named} #${index + 1}`
}

export function test(title: string, body: Body, ...row: readonly unknown[]): void {
  collected.push({
    title: [...titles, title].join(' › '),
    run: async () => {
      await body(...row)
    },
  })
}

test.each =
  (table: readonly unknown[]) =>
  (title: string, body: Body): void => {
    for (const [index, row] of rowsOf(table).entries()) {
      test(titleOf(title, row, index), body, ...row)
    }
  }

export function describe(title: string, body: Body, ...row: readonly unknown[]): void {
  titles.push(title)
  body(...row)
  titles.pop()
}

describe.each =
  (table: readonly unknown[]) =>
  (title: string, body: Body): void => {
    for (const [index, row] of rowsOf(table).entries()) {
      describe(titleOf(title, row, index), body, ...row)
    }
  }
