/** Lines of cells, each column as wide as its widest cell; the last one runs free. */
export function columns(rows: readonly (readonly string[])[]): string[] {
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
