import { hash } from 'node:crypto'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { brief } from '../../../shared/brief.ts'
import { ConfigurationError } from '../../../shared/configuration-error.ts'
import { readJson } from '../read-json.ts'
import { lock } from './lock.ts'
import { writeWhole } from './write-whole.ts'

/** A file that one process keeps a state in. */
export interface DataFile {
  /** As its user says it. */
  readonly name: string
  /** Reads its value; undefined if there is no file yet. */
  read(): Promise<unknown>
  /** Replaces its text as a whole, unless it is the one that was written last. */
  write(text: string): Promise<void>
  /** Lets other processes have it. A second call does nothing. */
  close(): void
}

/** The largest file that is read: the longest text that there is, nearly. */
const mostBytes = 524_288_000

/**
 * Opens a file for this process alone.
 *
 * @throws {@link ConfigurationError} if another process keeps it, or if there can be no such file.
 */
export function openDataFile(name: string): DataFile {
  const file = realPath(name)
  if (existsSync(file) && !statSync(file).isFile()) {
    throw new ConfigurationError(`${brief(name, 300)}: this is no file. Name a file.`)
  }
  const close = lock(file)
  let written: string | undefined
  return {
    name,
    async read() {
      if (!existsSync(file)) return undefined
      try {
        return await readJson(name, mostBytes)
      } catch (error) {
        throw leftAlone(error)
      }
    },
    async write(text) {
      const digest = hash('sha256', text)
      if (digest === written) return
      await writeWhole(file, text)
      written = digest
    },
    close,
  }
}

/** Adds to what is wrong with a file how to go on. */
export const leftAlone = (error: unknown): unknown =>
  error instanceof ConfigurationError
    ? new ConfigurationError(`${error.message} The file is left as it is; --reset begins anew.`, {
        cause: error,
      })
    : error

/** The path of a file without links, so that all its names have one lock. The file itself may be missing. */
function realPath(name: string): string {
  const path = resolve(name)
  try {
    return realpathSync(path)
  } catch {
    return existsSync(dirname(path)) ? join(realpathSync(dirname(path)), basename(path)) : path
  }
}
