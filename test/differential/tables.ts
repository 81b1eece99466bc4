import { readTables } from '../conformance/table.ts'

/** Every action of the policy’s conformance tables. */
export const actionsOf = (policy: string): string[] => [
  ...new Set(readTables(policy).tables.flatMap(({ rows }) => rows.map(({ action }) => action))),
]

/** The allowed actions of each column of the table. */
export function allowedBy(policy: string, table: string): ReadonlyMap<string, readonly string[]> {
  const { columns = [], rows = [] } =
    readTables(policy).tables.find(({ name }) => name === table) ?? {}
  return new Map(
    columns.map((column, index) => [
      column,
      rows.filter(({ cells }) => cells[index] === 'allow').map(({ action }) => action),
    ]),
  )
}
