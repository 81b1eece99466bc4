import type { Remembered } from '../log/about.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { Platform } from './platform.ts'
import { resourcesOf } from './remember.ts'

/** Makes a test for the resources in the log: may the reader see one now, or did they when it was deleted? */
export function visibleTo(
  { world, compiled, log }: Platform,
  reader: UserRecord,
): (resource: Remembered) => boolean {
  const known = new Map<string, boolean>()
  return ({ type, id, mayHide }) => {
    if (!mayHide) return true
    const before = known.get(id)
    if (before !== undefined) return before
    const resources = resourcesOf(world, type, id)
    const isSeen =
      resources === undefined ? log.wasSeen(id, reader.id) : compiled.sees(world, reader, resources)
    known.set(id, isSeen)
    return isSeen
  }
}
