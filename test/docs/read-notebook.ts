/** A cell of code, with what it printed when the notebook was saved. */
export interface CodeCell {
  source: string
  output: string
  /** The value that it ended in, as the notebook showed it. */
  shown: string | undefined
}

interface Notebook {
  cells: readonly {
    cell_type: 'code' | 'markdown'
    source: readonly string[]
    outputs?: readonly {
      text?: readonly string[]
      data?: { 'text/plain': readonly string[] }
    }[]
  }[]
}

/** The code cells of a notebook, in order. */
export function readCodeCells(json: string): CodeCell[] {
  const notebook: unknown = JSON.parse(json)
  if (!isNotebook(notebook)) throw new Error('A notebook has cells')
  return notebook.cells
    .filter((cell) => cell.cell_type === 'code')
    .map(({ source, outputs = [] }) => ({
      source: source.join(''),
      output: outputs.flatMap(({ text = [] }) => text).join(''),
      shown: outputs.find(({ data }) => data)?.data?.['text/plain'].join(''),
    }))
}

function isNotebook(value: unknown): value is Notebook {
  return typeof value === 'object' && value !== null && 'cells' in value
}
