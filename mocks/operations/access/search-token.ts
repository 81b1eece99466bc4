import type { OperationId } from '../../../src/generated/operations.ts'
import { refuse, type Refused } from '../../message/refusal.ts'
import { readCursor, writeCursor } from '../cursor.ts'

/** A search, without its position. */
export interface SearchTerms {
  readonly operation: OperationId
  /** What stays the same from page to page. */
  readonly filters: object
  /** The most results on a page, as asked for. */
  readonly limit: number
}

/** The usual limit of a page. */
const usual = 50

/** The most results on a page, whatever its limit. */
const mostOnPage = 200

/** The most results on a page of this search. */
export const sizeOfPage = ({ limit }: SearchTerms): number => Math.min(limit, mostOnPage)

/**
 * Makes the token of the next page: a cursor, and the limit that goes on with it. By the standard, the next
 * request has the same limit, or leaves it out.
 */
export const writeToken = (position: number, { operation, filters, limit }: SearchTerms): string =>
  `${writeCursor(position, operation, { filters, limit })}.${limit}`

/**
 * The position of a page and its limit; 400 for a token of another search, or with another limit. Any limit may follow
 * one of 0, which only asks whether there is anything: pages of none would never end.
 */
export function readToken(
  { token = '', limit }: { readonly token?: string; readonly limit?: number },
  operation: OperationId,
  filters: object,
): { readonly start: number; readonly limit: number } | Refused {
  // In the standard, an empty token asks for the first page.
  if (token === '') return { start: 0, limit: limit ?? usual }
  const [cursor = '', before = ''] = token.split('.')
  const start = readCursor(cursor, operation, { filters, limit: Number(before) })
  if (typeof start === 'object') return refuse(400, 'invalid_cursor', foreign)
  if (Number(before) === 0) return { start, limit: limit ?? usual }
  if (limit !== undefined && limit !== Number(before)) {
    return refuse(400, 'invalid_cursor', otherLimit(limit, before))
  }
  return { start, limit: Number(before) }
}

const foreign =
  'page.token does not belong to this search. Send the next_token of a page unchanged, with the search and the page.properties of that page.'

const otherLimit = (limit: number, before: string): string =>
  `page.limit is ${limit}, but the page before had ${before}. Send that limit again, or leave it out.`
