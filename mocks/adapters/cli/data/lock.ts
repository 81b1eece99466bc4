import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { isError, isRecord } from '../../../../src/core/base/kind-of.ts'
import { brief } from '../../../shared/brief.ts'
import { ConfigurationError } from '../../../shared/configuration-error.ts'

/** The process that keeps a file, as its lock says. */
interface Holder {
  readonly pid: number
  readonly host: string
}

/** The locks of this process, by path. */
const held = new Set<string>()

/** Others may take it between two steps. */
const mostTries = 10

/** A lock without a text is one that is being made, unless it is older than this, in milliseconds. */
const making = 1000

/**
 * Takes the lock of a file: `FILE.lock` beside it, which names this process. A lock of a process that has
 * ended is taken over. Returns a function that removes it, which a process that exits does by itself.
 *
 * @throws {@link ConfigurationError} if another process keeps the file, or if the lock can't be made.
 */
export function lock(file: string): () => void {
  const path = `${file}.lock`
  const text = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder)
  for (let tries = 1; !made(path, text, file); tries += 1) {
    if (tries === mostTries) throw new ConfigurationError(`${brief(path, 300)} can't be replaced.`)
    takeOver(path, file)
  }
  held.add(path)
  const release = () => {
    process.off('exit', release)
    if (held.delete(path) && textOf(path) === text) rmSync(path, { force: true })
  }
  process.on('exit', release)
  return release
}

/** Makes the lock, if there is none. */
function made(path: string, text: string, file: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (cause) {
    const code = isError(cause) && 'code' in cause ? String(cause.code) : ''
    if (code === 'EEXIST') return false
    throw new ConfigurationError(`${brief(file, 300)}: ${reasons[code] ?? unwritable(code)}`, {
      cause,
    })
  }
}

const unwritable = (code: string): string => `the file can't be written (${code}).`

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder. Make it first.',
  ENOTDIR: 'there is no such folder: the part before the last / is none.',
  EACCES: 'the folder may not be written.',
  EPERM: 'the folder may not be written.',
  EROFS: 'the folder may not be written.',
  ENAMETOOLONG: 'the name is too long.',
  ERR_INVALID_ARG_VALUE: 'no name has a null character.',
}

/** Removes a lock whose process has ended. Throws if it has not, or if that can't be known. */
function takeOver(path: string, file: string): void {
  const before = textOf(path)
  if (before === undefined) return
  refuseIfKept(before, path, file)
  // Another process may have done the same since: then its new lock was moved, and goes back.
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const moved = textOf(aside) ?? ''
  if (moved !== before) {
    renameSync(aside, path)
    refuseIfKept(moved, path, file)
  }
  rmSync(aside, { force: true })
}

function refuseIfKept(text: string, path: string, file: string): void {
  const holder = holderIn(text)
  const name = brief(file, 300)
  if (holder === undefined) {
    if (ageOf(path) > making) return
    throw new ConfigurationError(`${name}: another process is about to use the file.`)
  }
  const { pid, host } = holder
  if (host !== hostname()) {
    throw new ConfigurationError(
      `${name}: process ${pid} of the machine ${brief(host)} uses the file. If it has ended, delete ${brief(path, 300)}.`,
    )
  }
  // After a crash in a container, this process may have the number of the one before.
  if (pid === process.pid ? !held.has(path) : !isRunning(pid)) return
  throw new ConfigurationError(
    `${name}: process ${pid} uses the file. Stop it, or name another file. If that process is no mock, delete ${brief(path, 300)}.`,
  )
}

function holderIn(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value)) return undefined
    const { pid, host } = value
    const isNumber = typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0
    return isNumber && typeof host === 'string' ? { pid, host } : undefined
  } catch {
    return undefined
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It runs as another user.
    return isError(error) && 'code' in error && error.code === 'EPERM'
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}
