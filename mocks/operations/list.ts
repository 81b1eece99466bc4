import type { OperationId } from '../../src/generated/operations.ts'
import { readInteger } from '../message/read-query.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import type { NamedType } from '../policy/world/resources.ts'
import type { RecordOf } from '../state/render.ts'
import { canonical, digest } from '../state/hash.ts'
import type { Ordered } from '../state/ordered.ts'
import type { Reply } from '../platform/reply.ts'
import type { Work } from './work.ts'

const usual = 50

/** What a list may be asked, beside its filters. */
export interface PageQuery {
  readonly limit?: number
  readonly cursor?: string
}

interface Listing<Type extends NamedType> {
  readonly type: Type
  readonly candidates: Ordered<RecordOf<Type>>
  /** Whether the record meets the filters. Default: every one does. */
  readonly meets?: (record: RecordOf<Type>) => boolean
}

/** One page of those records that meet the filters and that the caller finds, in order of creation. */
export function list<Type extends NamedType>(
  work: Pick<Work<OperationId>, 'platform' | 'actor' | 'operation' | 'rehearse'> & {
    readonly input: object
  },
  { type, candidates, meets }: Listing<Type>,
): Reply | Refused {
  const { platform, actor, operation, input, rehearse } = work
  const { compiled, world } = platform
  const { limit = usual, cursor, ...filters }: PageQuery = input
  const position = readCursor(cursor, operation, filters)
  if (typeof position === 'object') return position
  const records: RecordOf<Type>[] = []
  for (const record of rehearse ? candidates.after(position) : []) {
    if (meets?.(record) === false) continue
    if (!compiled.finds(world, actor, { type, id: record.id }, true)) continue
    if (records.length === limit) {
      const last = records.at(-1)?.sequence ?? 0
      const nextCursor = writeCursor(last, operation, filters)
      return { ok: true, kind: 'page', type, records, nextCursor }
    }
    records.push(record)
  }
  return { ok: true, kind: 'page', type, records, nextCursor: null }
}

/** A cursor says after which sequence number to go on, and belongs to one list and its filters. */
export const writeCursor = (sequence: number, list: string, filters: object): string =>
  btoa(`${sequence}.${digest(`${list}${canonical(filters)}`, 12)}`)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The sequence number after which the page starts. */
export function readCursor(
  cursor: string | undefined,
  list: string,
  filters: object,
): number | Refused {
  if (cursor === undefined) return 0
  const sequence = readInteger(decodeCursor(cursor).split('.')[0] ?? '')
  if (sequence !== undefined && sequence >= 0) {
    if (writeCursor(sequence, list, filters) === cursor) return sequence
  }
  const text =
    'The cursor is not one of this list with these filters. Send a nextCursor as it was given, with the same filters.'
  return refuse(400, 'invalid_cursor', text)
}

function decodeCursor(cursor: string): string {
  try {
    return atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}
