import type { Plugin } from 'rolldown'

/**
 * A plugin that marks what chunks compute as they load, so that bundlers drop it where it is unused.
 * `sideEffects: false` in package.json says so of whole files, and a chunk joins many modules.
 *
 * @param isMarked - Whether a chunk of this name is marked.
 */
export function droppable(isMarked: (name: string) => boolean): Plugin {
  return {
    name: 'droppable',
    renderChunk(code, { name }) {
      if (!isMarked(name)) return null
      const edits = this.parse(code).body.flatMap((statement) =>
        statement.type === 'VariableDeclaration'
          ? statement.declarations.flatMap(({ id, init }) =>
              id.type === 'Identifier' && init ? (editOf(code, id.name, init) ?? []) : [],
            )
          : [],
      )
      // Lines stay where they are, so the maps hold.
      return { code: edited(code, edits), map: null }
    },
  }
}

interface Part {
  readonly type: string
  readonly start: number
  readonly end: number
}

interface Edit extends Omit<Part, 'type'> {
  readonly text: string
}

const pure = '/* @__PURE__ */'

/** The value, marked; undefined where bundlers see that it has no effect. */
function editOf(code: string, name: string, { type, start, end }: Part): Edit | undefined {
  const text = code.slice(start, end)
  if (isPlain(type, text) || code.slice(0, start).endsWith(`${pure} `)) return undefined
  if (/^(Call|New)Expression$/.test(type)) return { start, end, text: `${pure} ${text}` }
  // Outside its declaration, a class without a name of its own would have none.
  const named = text.replace(/^class(?= \{| extends )/, `class ${name}`)
  return { start, end, text: `${pure} (() => (${named}))()` }
}

const isPlain = (type: string, text: string) =>
  /^(Literal|TemplateLiteral|(Arrow)?FunctionExpression)$/.test(type) || !/[(.]/.test(text)

function edited(code: string, edits: readonly Edit[]): string {
  const starts = [0, ...edits.map(({ end }) => end)]
  const parts = edits.map(({ start, text }, at) => code.slice(starts[at], start) + text)
  return parts.join('') + code.slice(starts.at(-1))
}
