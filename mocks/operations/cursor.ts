import { readInteger } from '../message/read-query.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import { canonical, digest } from '../state/hash.ts'

/** Makes a cursor: the position after which a list continues. It is valid for that list and those filters only. */
export const writeCursor = (position: number, list: string, filters: object): string =>
  btoa(`${position}.${digest(`${list}${canonical(filters)}`, 12)}`)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Reads the position of a cursor: 0 without one, 400 for a cursor of another list or other filters. */
export function readCursor(
  cursor: string | undefined,
  list: string,
  filters: object,
): number | Refused {
  if (cursor === undefined) return 0
  const position = readInteger(decodeCursor(cursor).split('.')[0] ?? '')
  if (position !== undefined && position >= 0) {
    if (writeCursor(position, list, filters) === cursor) return position
  }
  return refuse(400, 'invalid_cursor', foreign)
}

const foreign =
  "The cursor does not belong to this list with these filters. Send a page's cursor unchanged, with that page's filters."

function decodeCursor(cursor: string): string {
  try {
    return atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}
