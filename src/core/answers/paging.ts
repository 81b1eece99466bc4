import { RolecallError } from '../base/rolecall-error.ts'
import { type Answer, Call } from './api-promise.ts'
import { checkNumber, checkOptions, type Checks } from '../base/check.ts'
import type { Page, PagePromise, ToArrayOptions } from './page-promise.ts'

/** A list's JSON. */
export interface ListBody<T> {
  data: T[]
  nextCursor: string | null
}

/** Fetches the page at `cursor`, or the first. */
export type FetchPage<T> = (cursor?: string) => Promise<Answer<ListBody<T>>>

/** Makes the promise of a list. */
export function listPages<T>(fetchPage: FetchPage<T>): PagePromise<T> {
  return new PageCall(readPage(fetchPage, []))
}

/**
 * Reads the page at the last of `cursors`, or the first page. All cursors are kept, so that a server that repeats one
 * is not followed in circles.
 */
async function readPage<T>(
  fetchPage: FetchPage<T>,
  cursors: readonly string[],
): Promise<Answer<Page<T>>> {
  const answer = await fetchPage(cursors.at(-1))
  const { data, nextCursor } = answer.data
  const next = async () => {
    if (!nextCursor || cursors.includes(nextCursor)) {
      throw new RolecallError(
        nextCursor
          ? 'The server repeats a cursor: the list has no end'
          : 'This is the last page: see hasNextPage',
      )
    }
    return readPage(fetchPage, [...cursors, nextCursor])
  }
  const nextPage = () => new PageCall(next())
  return { ...answer, data: { data, nextCursor, hasNextPage: !!nextCursor, nextPage } }
}

const toArrayChecks: Checks<ToArrayOptions> = {
  max: checkNumber('a number from 0', (value) => value >= 0),
}

class PageCall<T> extends Call<Page<T>> implements PagePromise<T> {
  async *pages(): AsyncGenerator<Page<T>, void, undefined> {
    let page: Page<T> = await this
    yield page
    while (page.hasNextPage) yield (page = await page.nextPage())
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) yield* page.data
  }

  async toArray(options: ToArrayOptions = {}): Promise<T[]> {
    checkOptions<ToArrayOptions>("toArray's options", options, toArrayChecks)
    const max = options.max ?? Infinity
    const items: T[] = []
    for await (const page of this.pages()) {
      items.push(...page.data)
      if (items.length >= max) break
    }
    return Call.hand(items.slice(0, max))
  }
}
