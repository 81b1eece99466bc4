import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type CodeCell, readCodeCells } from './read-notebook.ts'
import { runNode } from './run-node.ts'

const notebook = new URL('../../docs/notebooks/first-steps.ipynb', import.meta.url)
const mark = '%% cell '

test('the cells of first-steps run in order, with the saved output', async () => {
  const cells = readCodeCells(await readFile(notebook, 'utf8'))

  const { stdout, stderr } = await runNode('--input-type=module-typescript', '--eval', join(cells))

  expect(stderr).toBe('')
  const printed = stdout
    .split(mark)
    .slice(1)
    .map((part) => part.slice(part.indexOf('\n') + 1))
  expect(printed).toEqual(
    cells.map(({ output, shown }) => (shown === undefined ? output : `${output}${shown}\n`)),
  )
})

/** One module of all cells, since a kernel keeps the declarations of each. */
function join(cells: readonly CodeCell[]): string {
  const sources = cells.map(
    (cell, n) => `console.log('${mark}${n}')\n${cell.shown ? showing(cell) : cell.source}\n`,
  )
  return ['globalThis.Deno = { jupyter: {} }\n', ...sources].join('')
}

/** The cell with its last line, its value, displayed as Deno does. */
function showing({ source }: CodeCell): string {
  return source.replace(
    /^(?:await )?(.+)$(?![^]*\n)/m,
    "console.log((await ($1)[Symbol.for('Jupyter.display')]())['text/plain'])",
  )
}
