/** A fenced block of a Markdown file. */
export interface Fence {
  /** The first word after the backticks. */
  language: string
  /** The file in `file=…` after it, from which the block is copied. */
  copiedFrom: string | undefined
  /** The file to save it as, which a comment in its first line says: `// app.ts`. */
  saveAs: string | undefined
  /** The text of its heading. */
  heading: string
  /** The line of its first line of code in the Markdown file, from 1. */
  line: number
  code: string
}

const named = /^(?:\/\/|<!--) (?<name>[\w.-]+\.\w+)(?: -->)?\n/
const opening = /^```(?<language>\w+)(?: file=(?<file>\S+))?\s*$/

/** The fenced blocks of a Markdown text, in order. */
export function readFences(markdown: string): Fence[] {
  const fences: Fence[] = []
  let heading = ''
  let open: Fence | undefined
  for (const [index, text] of markdown.split('\n').entries()) {
    if (open) {
      if (text.trimEnd() === '```') {
        fences.push({ ...open, saveAs: named.exec(open.code)?.groups?.name })
        open = undefined
      } else {
        open.code += `${text}\n`
      }
      continue
    }
    const { language, file } = opening.exec(text)?.groups ?? {}
    if (language)
      open = {
        language,
        copiedFrom: file,
        saveAs: undefined,
        heading,
        line: index + 2,
        code: '',
      }
    else heading = /^#+ (.*)/.exec(text)?.[1] ?? heading
  }
  return fences
}
