import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isError, isRecord } from '../../../src/core/base/kind-of.ts'
import { followChanges } from '../../mock/changes.ts'
import type { Mock } from '../../mock/mock.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { openDataFile } from '../cli/data/data-file.ts'
import { saver } from '../cli/data/saver.ts'
import { identityOf, nameOf } from '../stored/identity.ts'
import { atExit } from './at-exit.ts'

/** Ends what keeps a state. Resolves once the last change is saved. */
export type End = () => Promise<void>

/** What keeps each file in this process: a restarted dev server takes over from the one before. */
const keeping = new Map<string, End>()

/**
 * Keeps the state of a mock in a file of the folder, which is named for policy, scenario and seed. Goes on
 * with the state that is there. If the file can't be used, warns, and the state stays in memory.
 */
export async function keepInFolder(
  mock: Mock,
  folder: string,
  warn: (text: string) => void,
): Promise<End> {
  const path = join(folder, `${nameOf(identityOf(mock)).replaceAll(/[^\w.-]/g, '_')}.json`)
  await keeping.get(path)?.()
  try {
    return await keep(mock, path, warn)
  } catch (error) {
    warn(`The mock's state is in memory alone. ${textOf(error)}`)
    return async () => {}
  }
}

async function keep(mock: Mock, path: string, warn: (text: string) => void): Promise<End> {
  mkdirSync(dirname(path), { recursive: true })
  const file = openDataFile(path)
  try {
    const stored = await file.read()
    if (stored !== undefined) mock.restore(snapshotIn(stored))
  } catch (error) {
    setAside(path, error, warn)
  }
  const text = () => JSON.stringify({ snapshot: mock.snapshot() })
  const { changed, end } = saver(
    () => file.write(text()),
    (error) => warn(`The mock's state can't be saved. ${textOf(error)}`),
  )
  let hasChanged = false
  const unfollow = followChanges(mock, () => {
    hasChanged = true
    changed()
  })
  const forget = atExit(() => {
    if (hasChanged) writeAtOnce(path, text())
    file.close()
  })
  const stop = async () => {
    if (keeping.get(path) !== stop) return
    keeping.delete(path)
    unfollow()
    forget()
    await end()
    file.close()
  }
  keeping.set(path, stop)
  return stop
}

/** Replaces a file as a whole, without waiting: the process ends. */
function writeAtOnce(path: string, text: string): void {
  const temporary = `${path}.exit`
  // Only its owner may read the tokens in it.
  writeFileSync(temporary, text, { mode: 0o600 })
  renameSync(temporary, path)
}

/** Moves a file that can't be read out of the way, and says so. */
function setAside(path: string, error: unknown, warn: (text: string) => void): void {
  if (!existsSync(path)) return
  const aside = path.replace(/json$/, `${Date.now()}.json`)
  renameSync(path, aside)
  warn(`The stored state is set aside, as ${aside}, and the scenario starts anew. ${textOf(error)}`)
}

/** The snapshot of a file. The mock checks the whole of it. */
function snapshotIn(stored: unknown): Snapshot {
  if (isRecord(stored) && isSnapshot(stored.snapshot)) return stored.snapshot
  throw new TypeError('It holds no snapshot.')
}

const isSnapshot = (value: unknown): value is Snapshot => isRecord(value) && 'format' in value

const textOf = (error: unknown): string => (isError(error) ? error.message : String(error))
