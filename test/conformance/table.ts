import { readFileSync } from 'node:fs'

type Answer = 'allow' | 'deny'
type Status = number | null

/** One row: the question, and the answer for each column. */
export interface Row {
  text: string
  /** The name for access.evaluate. */
  action: string
  cells: readonly Answer[]
  /** The call of the row: `operation` or `operation kind=… run=…`. */
  via?: string
  note?: string
  /** The status of a denied call where it is not 403, for all columns or for each. */
  denied?: Status | readonly Status[]
}

interface Table {
  name: string
  columns: readonly string[]
  rows: readonly Row[]
}

/** One policy's tables, as written. */
export interface Tables {
  policy: string
  tables: readonly Table[]
}

/** One cell: the actor, the question, and the required answer on every surface. */
export interface Cell {
  table: string
  row: Row
  column: string
  allowed: boolean
  /** The status of the call if it is denied. */
  denied: number
}

export function readTables(policy: string): Tables {
  const file = new URL(`tables/${policy}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}

const deniedStatus = ({ denied }: Row, column: number): number =>
  (typeof denied === 'object' ? denied?.[column] : denied) ?? 403

/** Every cell of every table; a row with more or fewer cells than columns is an error. */
export const cellsOf = ({ tables }: Tables): readonly Cell[] =>
  tables.flatMap(({ name: table, columns, rows }) =>
    rows.flatMap((row) => {
      if (row.cells.length !== columns.length) {
        throw new Error(
          `${table} / ${row.text}: ${row.cells.length} cells, ${columns.length} columns.`,
        )
      }
      return columns.map((column, index) => ({
        table,
        row,
        column,
        allowed: row.cells[index] === 'allow',
        denied: deniedStatus(row, index),
      }))
    }),
  )

/** Whether the answer comes from a rule, and not from the state or a value in the body. */
export const isByRule = ({ allowed, denied }: Cell): boolean =>
  allowed || denied === 403 || denied === 404
