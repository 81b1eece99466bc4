import type { AuditEntry } from '../../src/generated/models.ts'
import type { Refused } from '../pipeline/refusal.ts'
import { found } from './find.ts'
import { readCursor, writeCursor } from './list.ts'
import { json, type Reply } from './reply.ts'
import type { Handlers, Work } from './work.ts'

const usual = 50

export const audit: Handlers<'audit.list'> = {
  'audit.list': (work) => {
    const { limit = usual, cursor, ...filters } = work.input
    const position = readCursor(cursor, work.operation, filters)
    if (typeof position === 'object') return position
    return pageAfter(work, position, limit, filters)
  },
}

/** One page of the calls that meet the filters and are about nothing that is hidden from the caller. */
function pageAfter(
  work: Work<'audit.list'>,
  position: number,
  limit: number,
  filters: object,
): Reply | Refused {
  const { platform, operation } = work
  const meets = filterOf(work)
  const data: AuditEntry[] = []
  let last = position
  for (const { sequence, entry } of platform.log.audit.after(position)) {
    if (!meets(entry)) continue
    if (data.length === limit) {
      return json({ data, nextCursor: writeCursor(last, operation, filters) })
    }
    data.push(entry)
    last = sequence
  }
  return json({ data, nextCursor: null })
}

function filterOf({ platform, world, actor, input }: Work<'audit.list'>) {
  const { project: reference, actor: person, operation } = input
  const project = reference === undefined ? undefined : found(world.project(reference)).key
  const user = person === undefined ? undefined : found(world.user(person)).id
  const isSeen = (key: string): boolean => {
    const record = world.project(key)
    return record === undefined || platform.compiled.sees(world, actor, { project: record })
  }
  return (entry: AuditEntry): boolean =>
    (project === undefined || entry.project === project) &&
    (user === undefined || entry.actor === user) &&
    (operation === undefined || entry.operation === operation) &&
    (entry.project === undefined || isSeen(entry.project))
}
