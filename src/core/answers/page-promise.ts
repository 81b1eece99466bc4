import type { APIPromise } from './api-promise.ts'

/** One page of a list. */
export interface Page<T> {
  /** The items of this page, in order of creation. */
  data: T[]
  /** Where the next page starts, for a `cursor` of your own; `null` on the last page. */
  nextCursor: string | null
  /** Whether {@link Page.nextPage} has something to fetch. */
  hasNextPage: boolean
  /**
   * Fetches the next page with the same filter and options.
   *
   * @throws {@link RolecallError} on the last page, and when the server repeats a cursor.
   */
  nextPage(): PagePromise<T>
}

/** How much {@link PagePromise.toArray} reads. */
export interface ToArrayOptions {
  /** At most so many items, and no more pages than they need. Default: all. */
  max?: number | null | undefined
}

/**
 * A list on its way: a promise of its first page, and an iterator over all of its items.
 *
 * @example
 * const page = await client.users.list({ team: 'support' })          // the first page
 * for await (const user of client.users.list({ team: 'support' })) { // every user, page after page
 *   console.log(user.email)
 * }
 */
export interface PagePromise<T> extends APIPromise<Page<T>>, AsyncIterable<T> {
  /** Every item, page after page: a page is fetched when its first item is asked for. */
  [Symbol.asyncIterator](): AsyncGenerator<T, void, undefined>
  /** The pages one after another, each fetched when it is asked for. */
  pages(): AsyncGenerator<Page<T>, void, undefined>
  /**
   * All items in one array.
   *
   * @throws {@link RolecallError} when the server repeats a cursor, and if `max` is no number from 0.
   * @example
   * const newest = await client.artifacts.list({ kind: 'model' }).toArray({ max: 500 })
   */
  toArray(options?: ToArrayOptions): Promise<T[]>
}
