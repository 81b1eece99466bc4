import type { APIPromise } from './api-promise.ts'

/** One page of a list. */
export interface Page<T> {
  /** The items of this page, in order of creation. */
  data: T[]
  /** Where the next page starts, to pass as `cursor`; `null` on the last page. */
  nextCursor: string | null
  /** Whether there is a next page to fetch. */
  hasNextPage: boolean
  /**
   * Fetches the next page with the same filter and options.
   *
   * @throws {@link RolecallError} on the last page, and if the server repeats a cursor.
   */
  nextPage(): PagePromise<T>
}

/** Options of {@link PagePromise.toArray}. */
export interface ToArrayOptions {
  /** The most items to read, from no more pages than they need. Default: all. */
  max?: number | null | undefined
}

/**
 * A list on its way: a promise of its first page, and an async iterator over all items.
 *
 * @example
 * const page = await client.users.list({ team: 'support' })          // the first page
 * for await (const user of client.users.list({ team: 'support' })) { // every user, page after page
 *   console.log(user.email)
 * }
 */
export interface PagePromise<T> extends APIPromise<Page<T>>, AsyncIterable<T> {
  /** Iterates over all items. Each page is fetched when its first item is needed. */
  [Symbol.asyncIterator](): AsyncGenerator<T, void, undefined>
  /** Iterates over the pages. Each is fetched when it is needed. */
  pages(): AsyncGenerator<Page<T>, void, undefined>
  /**
   * Reads all items into one array.
   *
   * @throws {@link RolecallError} if the server repeats a cursor, or `max` is not a number from 0.
   * @example
   * const newest = await client.artifacts.list({ kind: 'model' }).toArray({ max: 500 })
   */
  toArray(options?: ToArrayOptions): Promise<T[]>
}
