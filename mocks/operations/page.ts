import type { Refused } from '../message/refusal.ts'
import { readCursor, writeCursor } from './list.ts'
import { json, type Reply } from '../platform/reply.ts'

interface Paging {
  /** What the cursor belongs to: a list and its filters. */
  readonly list: string
  readonly filters?: object
  readonly limit: number | undefined
  readonly cursor: string | undefined
}

/** One page of what is not kept in the store, and therefore does not change: the place is its number. */
export function page<Item>(
  items: readonly Item[],
  { list, filters = {}, limit = 50, cursor }: Paging,
  show: (items: readonly Item[], nextCursor: string | null) => unknown,
): Reply | Refused {
  const start = readCursor(cursor, list, filters)
  if (typeof start === 'object') return start
  const end = start + limit
  const nextCursor = end < items.length ? writeCursor(end, list, filters) : null
  return json(show(items.slice(start, end), nextCursor))
}
