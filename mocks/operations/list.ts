import type { OperationId } from '../../src/generated/operations.ts'
import type { Refused } from '../message/refusal.ts'
import type { PageReply, RecordPage } from '../platform/reply.ts'
import type { NamedType } from '../policy/world/resources.ts'
import type { Sequence } from '../state/common.ts'
import type { RecordOf } from '../state/render.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Work } from './work.ts'

const usual = 50

/** The paging of a list. Its filters stand beside it. */
interface PageQuery {
  readonly limit?: number
  readonly cursor?: string
}

type ListWork = Pick<Work<OperationId>, 'platform' | 'actor' | 'operation'> & {
  readonly input: PageQuery
}

interface Listing<Type extends NamedType> {
  readonly type: Type
  readonly candidates: Sequence<RecordOf<Type>>
  /** Whether the record meets the filters. Default: every record does. */
  readonly meets?: (record: RecordOf<Type>) => boolean
}

/** One page, in order of creation, of the records that meet the filters and that the caller may see. */
export function list<Type extends NamedType>(
  work: ListWork,
  listing: Listing<Type>,
): PageReply<Type> | Refused {
  const { cursor, limit: _, ...filters } = work.input
  const start = readCursor(cursor, work.operation, filters)
  if (typeof start === 'object') return start
  const read = () => recordsAfter(start, work, listing, filters)
  return { ok: true, kind: 'page', type: listing.type, read }
}

function recordsAfter<Type extends NamedType>(
  start: number,
  { platform, actor, operation, input: { limit = usual } }: ListWork,
  { type, candidates, meets }: Listing<Type>,
  filters: object,
): RecordPage<Type> {
  const { compiled, world } = platform
  const records: RecordOf<Type>[] = []
  for (const record of candidates.after(start)) {
    if (meets?.(record) === false) continue
    if (!compiled.finds(world, actor, { type, id: record.id }, true)) continue
    if (records.length === limit) {
      const last = records.at(-1)?.sequence ?? 0
      return { records, nextCursor: writeCursor(last, operation, filters) }
    }
    records.push(record)
  }
  return { records, nextCursor: null }
}
