import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The repository's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A Markdown file. */
export interface Page {
  /** Its path from the repository's folder. */
  path: string
  markdown: string
}

/** The text of a file of the repository. */
export function read(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8')
}

/** The Markdown for readers: that of the root, and everything under docs. */
export function readPages(): Page[] {
  const exclude = ['docs/site/**', '**/node_modules/**']
  return globSync(['*.md', 'docs/**/*.md'], { cwd: root, exclude }).map((path) => ({
    path,
    markdown: read(path),
  }))
}
