import type { OperationId } from '../../src/generated/operations.ts'
import { readInteger } from '../pipeline/read-query.ts'
import { refuse, type Refused } from '../pipeline/refusal.ts'
import type { UserRecord } from '../policy/world.ts'
import type { RecordOf, ThingType } from '../render.ts'
import { canonical } from '../store/canonical.ts'
import { digest } from '../store/hash.ts'
import type { Ordered } from '../store/ordered.ts'
import type { Reply } from './reply.ts'
import type { Work } from './work.ts'

const usual = 50

/** What a list may be asked, beside its filters. */
export interface PageQuery {
  readonly limit?: number
  readonly cursor?: string
}

interface Listing<Type extends ThingType> {
  readonly type: Type
  readonly candidates: Ordered<RecordOf<Type>>
  /** Whether the record meets the filters. Default: every one does. */
  readonly meets?: (record: RecordOf<Type>) => boolean
  /** The operation that gets one of them, and its arguments: who may not call it does not see the item. */
  readonly get: { operation: OperationId; args: (record: RecordOf<Type>) => readonly string[] }
}

/** One page of those records that meet the filters and that the caller may see, in order of creation. */
export function list<Type extends ThingType>(
  work: Pick<Work<OperationId>, 'platform' | 'actor' | 'operation' | 'rehearse'> & {
    readonly input: object
  },
  { type, candidates, meets, get }: Listing<Type>,
): Reply | Refused {
  const { platform, actor, operation, input, rehearse } = work
  const { limit = usual, cursor, ...filters }: PageQuery = input
  const position = readCursor(cursor, operation, filters)
  if (typeof position === 'object') return position
  const records: RecordOf<Type>[] = []
  for (const record of rehearse ? candidates.after(position) : []) {
    if (meets?.(record) === false) continue
    if (!mayCall(platform, actor, get.operation, get.args(record))) continue
    if (records.length === limit) {
      const last = records.at(-1)?.sequence ?? 0
      const nextCursor = writeCursor(last, operation, filters)
      return { ok: true, kind: 'page', type, records, nextCursor }
    }
    records.push(record)
  }
  return { ok: true, kind: 'page', type, records, nextCursor: null }
}

/** Whether visibility and rules let the user make the call. */
export function mayCall(
  { compiled, world }: Work<OperationId>['platform'],
  actor: UserRecord,
  operation: OperationId,
  args: readonly unknown[],
): boolean {
  const call = compiled.bind(world, actor, operation, args)
  return (
    call.missing.length === 0 &&
    compiled.sees(world, actor, call.things) &&
    compiled.decide(world, call) === 'yes'
  )
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
