import { basename } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { operations } from '../../src/generated/operations.ts'
import { sourceOfExports } from '../support/source-of.ts'
import { read, readPages, root } from './pages.ts'
import { readFences } from './read-fences.ts'
import { readCodeCells } from './read-notebook.ts'

const notebook = 'docs/notebooks/first-steps.ipynb'

// Vitest strips types and does not check them; copied examples must compile.
test('the examples in README.md, the guides and the notebook compile, strictly', () => {
  const sources = new Map([...fences(), [`${root}${notebook}.ts`, cells()]])

  expect(diagnose(sources)).toEqual([])
}, 60_000)

/** The pages of the rules show calls as a denial does, without the client. */
const resources = new Set(Object.keys(operations).map((id) => id.split('.')[0]))
const client = `import { createClient } from 'rolecall'; const { ${[...resources].join()} } = createClient();`

/** Each fence as a file, at its lines in the Markdown file. */
function fences(): [path: string, source: string][] {
  return readPages().flatMap(({ path, markdown }) => {
    const before = path.startsWith('docs/rules/') ? client : ''
    const own = readFences(markdown).filter(
      ({ language, copiedFrom }) => language === 'ts' && copiedFrom === undefined,
    )
    const fileOf = (line: number) => `${path}.${line}.ts`
    return own.map(({ line, code }): [string, string] => {
      let source = `${before}${'\n'.repeat(line - 1)}${code}\nexport {}\n`
      // Another fence is imported by the name under which a reader saves it.
      for (const { saveAs, line: at } of own)
        if (saveAs)
          source = source.replace(
            `'./${basename(saveAs, '.ts')}.js'`,
            `'./${basename(fileOf(at))}'`,
          )
      return [`${root}${fileOf(line)}`, source]
    })
  })
}

function cells(): string {
  return readCodeCells(read(notebook))
    .map(({ source }) => source)
    .join('\n')
}

function diagnose(sources: ReadonlyMap<string, string>): string[] {
  const options = optionsOf(`${root}tsconfig.json`)
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => sources.has(path) || fileExists(path)
  host.readFile = (path) => sources.get(path) ?? readFile(path)
  host.getSourceFile = (path, languageVersion, ...rest) => {
    const source = sources.get(path)
    return source === undefined
      ? getSourceFile(path, languageVersion, ...rest)
      : ts.createSourceFile(path, source, languageVersion)
  }
  const program = ts.createProgram([...sources.keys()], options, host)
  return [...sources.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]
    return found.map((diagnostic) => textOf(path, diagnostic))
  })
}

/** The repository's own options, with the package's name resolved to its sources. */
function optionsOf(tsconfig: string): ts.CompilerOptions {
  const fail = ({ messageText }: ts.Diagnostic): never => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
  }
  const config = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail }
  const parsed = ts.getParsedCommandLineOfConfigFile(tsconfig, {}, config)
  const paths = sourceOfExports().map(({ find, replacement }): [string, string[]] => [
    find.source.replaceAll(/[\\^$]/g, ''),
    [replacement],
  ])
  return { ...parsed?.options, noEmit: true, paths: Object.fromEntries(paths) }
}

function textOf(path: string, { file, start = 0, messageText }: ts.Diagnostic): string {
  const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
  const place = path.slice(root.length).replace(/(\.\d+)?\.ts$/, '')
  return `${place}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
}
