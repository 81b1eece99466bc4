import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Compatible } from './announced.ts'
import { type Document, withoutWords } from './document.ts'
import { readSurface } from './read-surface.ts'
import type { Surface } from './surface.ts'

/** What a release promises: its document and its public types. */
export interface Promises {
  readonly version: string
  readonly document: Document
  readonly types: Surface
}

const file = '.ci/promises/released.json'
const judged = '.ci/promises/compatible.json'

/** What the package in a folder promises, which must be built. */
export function promisesOf(root: string): Promises {
  const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
  return {
    version: json('package.json').version,
    document: withoutWords(json('mocks/generated/documents/openapi.json')),
    types: readSurface(root),
  }
}

/** What the last release promised. */
export function readRecord(root: string): Promises {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}

/** The changes since then that look like breaks and are none, each with its reason. */
export function readCompatible(root: string): readonly Compatible[] {
  return JSON.parse(readFileSync(join(root, judged), 'utf8'))
}

/** Keeps what a release promises, for the next one, and forgets what was judged; returns the path. */
export function writeRecord(root: string, record: Promises): string {
  const path = join(root, file)
  writeFileSync(path, `${linesOf(record)}\n`)
  writeFileSync(join(root, judged), '[]\n')
  return file
}

/** The JSON with a line for each declaration, path and schema, so that its changes can be read. */
function linesOf({ version, document, types }: Promises): string {
  const object = (entries: object, indent: string) =>
    `{\n${Object.entries(entries)
      .map(([key, value]) => `${indent}  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n')}\n${indent}}`
  const components = Object.entries(document.components).map(
    ([kind, entries]) => `      ${JSON.stringify(kind)}: ${object(entries, '      ')}`,
  )
  return `{
  "version": ${JSON.stringify(version)},
  "document": {
    "security": ${JSON.stringify(document.security ?? [])},
    "paths": ${object(document.paths, '    ')},
    "components": {
${components.join(',\n')}
    }
  },
  "types": {
    "exports": ${object(types.exports, '    ')},
    "declarations": ${object(types.declarations, '    ')}
  }
}`
}
