import { printable } from './printable.ts'

/**
 * Aligns rows of cells: each column is as wide as its widest cell, except the last. Escapes invisible
 * characters.
 */
export function alignColumns(texts: readonly (readonly string[])[]): string[] {
  const rows = texts.map((row) => row.map((cell) => printable(cell)))
  const widths = new Map<number, number>()
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths.set(index, Math.max(widths.get(index) ?? 0, cell.length))
    }
  }
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths.get(index) ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
