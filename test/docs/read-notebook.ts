/** A code cell, with its saved output. */
export interface CodeCell {
  source: string
  output: string
  /** Its value, as the notebook displayed it. */
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
