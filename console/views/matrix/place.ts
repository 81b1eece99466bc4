/** A cell of the table. -1 is the line or the column of the headings. */
export interface Place {
  readonly line: number
  readonly column: number
}

export interface Size {
  readonly lines: number
  readonly columns: number
}

/** The nearest place that a table of this size has. The corner is none: it has nothing to press. */
export function within({ line, column }: Place, { lines, columns }: Size): Place {
  const down = clamp(line, lines)
  const across = clamp(column, columns)
  return { line: down, column: down < 0 ? Math.max(0, across) : across }
}

/** Where a key leads; undefined if it leads nowhere. */
export function nextPlace(
  { line, column }: Place,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  size: Size,
): Place | undefined {
  const far = ctrlKey || metaKey
  const last = { line: size.lines - 1, column: size.columns - 1 }
  const next: Record<string, Place> = {
    ArrowDown: { line: far ? last.line : line + 1, column },
    ArrowUp: { line: far ? 0 : line - 1, column },
    ArrowRight: { line, column: far ? last.column : column + 1 },
    ArrowLeft: { line, column: far ? -1 : column - 1 },
    PageDown: { line: line + 10, column },
    PageUp: { line: Math.max(0, line - 10), column },
    Home: { line: far ? 0 : line, column: -1 },
    End: { line: far ? last.line : line, column: last.column },
  }
  const to = next[key]
  return to && within(to, size)
}

const clamp = (at: number, count: number): number => Math.max(-1, Math.min(at, count - 1))
