import { writeCursor } from './cursor.ts'

interface Paging {
  /** The cursor belongs to a list and its filters. */
  readonly list: string
  readonly filters?: object
  readonly start: number
  readonly limit?: number | undefined
}

/** One page of a list that never changes, such as the policy's permissions: a position is an index. */
export function pageOf<Item>(
  all: readonly Item[],
  { list, filters = {}, start, limit = 50 }: Paging,
): { readonly items: readonly Item[]; readonly nextCursor: string | null } {
  const end = start + limit
  return {
    items: all.slice(start, end),
    nextCursor: end < all.length ? writeCursor(end, list, filters) : null,
  }
}
