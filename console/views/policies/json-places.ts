/** Finds the lines of the values of a JSON text by their JSON pointers. */
export function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>([['', 1]])
  const open: { pointer: string; index: number | undefined; key: string }[] = []
  let line = 1
  let isKey = false
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|\n|[^\s{}[\],:"]+/g)) {
    const at = open.at(-1)
    if (token === '\n') line += 1
    else if (token === ',') {
      if (at?.index !== undefined) at.index += 1
      isKey = at?.index === undefined
    } else if (token === ':') isKey = false
    else if (token === '}' || token === ']') {
      open.pop()
      isKey = false
    } else if (isKey && at && token.startsWith('"')) {
      at.key = textOf(token)
    } else {
      const pointer = at ? `${at.pointer}/${escaped(String(at.index ?? at.key))}` : ''
      if (!lines.has(pointer)) lines.set(pointer, line)
      if (token === '{' || token === '[') {
        open.push({ pointer, index: token === '[' ? 0 : undefined, key: '' })
        isKey = token === '{'
      }
    }
  }
  return lines
}

/** The line of a pointer, or of the nearest value around it. */
export function lineOf(lines: ReadonlyMap<string, number>, pointer: string): number {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const line = lines.get(at)
    if (line !== undefined) return line
  }
  return 1
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

function textOf(token: string): string {
  try {
    return String(JSON.parse(token))
  } catch {
    return token.slice(1, -1)
  }
}
