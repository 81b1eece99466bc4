import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'
import { root } from './pages.ts'
import { type Fence, readFences } from './read-fences.ts'

const says = JSON.stringify(join(import.meta.dirname, 'says.ts'))
const holdsTests =
  /import \{[^}]*\b(?:test|describe|mockTest)\b[^}]*\} from '(?:rolecall\/mocks\/)?vitest'/
const isFence = /^(?<file>.+\.md)\?line=(?<line>\d+)\.ts$/

/**
 * Turns every Markdown file that Vitest runs into a test file: each TypeScript fence is a module of its
 * own, run as one test, or as the tests that it contains, and may import another by the name of its file.
 * `console.log(…) // text` must print that text.
 * An error is reported at its line of the Markdown file.
 */
export function markdownFences(): Plugin {
  return {
    name: 'markdown-fences',
    enforce: 'pre',
    async resolveId(id, importer = '') {
      const page = isFence.exec(importer)?.groups?.file
      if (page && id.startsWith('./')) return fenceNamed(page, basename(id, '.js'))
      if (!isFence.test(id)) return undefined
      // Vitest asks by path or by URL, which starts at the root: whichever it knows first.
      return id.startsWith(root) ? id : join(root, id)
    },
    async load(id) {
      const { file, line } = isFence.exec(id)?.groups ?? {}
      if (file && line) {
        this.addWatchFile(file)
        return moduleOf(readFences(await readFile(file, 'utf8')), Number(line))
      }
      return id.endsWith('.md') ? testsOf(id, readFences(await readFile(id, 'utf8'))) : undefined
    },
  }
}

/** The module of the fence that is saved as a file. */
async function fenceNamed(page: string, name: string): Promise<string | undefined> {
  const fences = readFences(await readFile(page, 'utf8'))
  const found = fences.find(({ saveAs }) => saveAs === `${name}.ts`)
  return found && `${page}?line=${found.line}.ts`
}

/** The code of a fence, at its lines in the Markdown file. */
function moduleOf(fences: readonly Fence[], line: number): string {
  const fence = fences.find((one) => one.line === line)
  if (!fence) throw new Error(`There is no fence at line ${line}`)
  const code = fence.code.replace(
    /console\.log\((.+)\) \/\/ (.+)$/gm,
    (_, values: string, text: string) => `says(${JSON.stringify(text)}, ${values})`,
  )
  return `import { says } from ${says}${'\n'.repeat(line - 1)}${code}`
}

function testsOf(file: string, fences: readonly Fence[]): string {
  const tests = fences.filter(isRun).map(({ line, code, heading }) => {
    const name = JSON.stringify(`${basename(file)}:${line} ${heading}`)
    // A fence with tests cannot run inside one.
    const block = holdsTests.test(code) ? 'describe' : 'test'
    return `${block}(${name}, async () => { await import(${JSON.stringify(`${file}?line=${line}.ts`)}) })`
  })
  return ["import { describe, test } from 'vitest'", ...tests].join('\n')
}

/** TypeScript of its own, but not of a page; a copied fence runs in its source file. */
const isRun = ({ language, copiedFrom, code }: Fence) =>
  language === 'ts' && copiedFrom === undefined && !/\bdocument\./.test(code)
