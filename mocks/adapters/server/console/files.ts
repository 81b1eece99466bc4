import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { consoleFolder } from './folder.ts'

/** A file of the console. */
export interface ConsoleFile {
  readonly body: string
  readonly type: string
  /** Whether its name changes with its content. */
  readonly isHashed: boolean
}

/** The files of the console, by their path below its folder: `assets/index-Bq3x.js`. */
export type ConsoleFiles = ReadonlyMap<string, ConsoleFile>

/** The page of the console. */
export const indexFile = 'index.html'

/** Files of other types are not served. All of these are text. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

let loaded: ConsoleFiles | undefined

/** Reads the files at the first call that finds them: all at once, so that they fit each other. */
export function consoleFiles(): ConsoleFiles | undefined {
  loaded ??= readFiles(consoleFolder())
  return loaded
}

function readFiles(folder: string | undefined): ConsoleFiles | undefined {
  if (folder === undefined) return undefined
  const names = globSync('**/*', { cwd: folder })
  if (!names.includes(indexFile)) return undefined
  return new Map(
    names.flatMap((name) => {
      const type = types[extname(name)]
      if (type === undefined) return []
      const body = readFileSync(join(folder, name), 'utf8')
      const path = name.replaceAll('\\', '/')
      return [[path, { body, type, isHashed: path.startsWith('assets/') }] as const]
    }),
  )
}

/** The ETag of a text. */
export const etagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
