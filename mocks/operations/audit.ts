import type { AuditEntry } from '../../src/generated/models.ts'
import { type About, type Remembered, seesAll } from '../log/about.ts'
import type { AuditRecord } from '../log/audit.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { visibleTo } from '../platform/visible-to.ts'
import { found } from '../state/store.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { json } from '../platform/reply.ts'
import type { Handlers, Work } from './work.ts'

const usual = 50

export const audit: Handlers<'audit.list'> = {
  'audit.list': (work) => {
    const { limit = usual, cursor, ...filters } = work.input
    const position = readCursor(cursor, work.operation, filters)
    if (typeof position === 'object') return position
    return json(() => pageAfter(work, position, limit, filters))
  },
}

/** One page of the calls that meet the filters, each with the parts that the caller may see. */
function pageAfter(
  work: Work<'audit.list'>,
  position: number,
  limit: number,
  filters: object,
): { readonly data: readonly AuditEntry[]; readonly nextCursor: string | null } {
  const { platform, actor, operation } = work
  const meets = filterOf(work)
  const isSeen = visibleTo(platform, actor)
  const data: AuditEntry[] = []
  let last = position
  for (const { sequence, record } of platform.log.audit.after(position)) {
    const shown = shownCall(record, actor, isSeen)
    if (shown === undefined || !meets(shown)) continue
    if (data.length === limit) {
      return { data, nextCursor: writeCursor(last, operation, filters) }
    }
    data.push(shown.entry)
    last = sequence
  }
  return { data, nextCursor: null }
}

function filterOf({ world, input }: Work<'audit.list'>) {
  const { project: reference, actor: person, operation } = input
  const project = reference === undefined ? undefined : found(world.project(reference)).id
  const user = person === undefined ? undefined : found(world.user(person) ?? world.former(person))
  // An address stays the same if its person is removed and returns; an id does not.
  const key = user?.id === person ? 'actor' : 'email'
  return ({ entry, projects }: ShownCall): boolean =>
    (project === undefined || projects.some(({ id }) => id === project)) &&
    (user === undefined || entry[key] === (key === 'actor' ? user.id : user.email)) &&
    (operation === undefined || entry.operation === operation)
}

/** A call as a reader sees it: the entry, and its projects for the filter. */
interface ShownCall {
  readonly entry: AuditEntry
  readonly projects: readonly Remembered[]
}

/**
 * The call as the reader may see it; undefined if they may not. To them, a hidden resource does not exist:
 * a call that succeeded with it is left out, and one that failed before found nothing. Only the caller
 * sees the name that such a call used.
 */
function shownCall(
  { id, entry, about, by }: AuditRecord & { readonly id: string },
  reader: UserRecord,
  isSeen: (resource: Remembered) => boolean,
): ShownCall | undefined {
  const isOwn = by.id === reader.id
  if (!isOwn && !isSeen(by)) return undefined
  const seen = seesAll(isSeen, about) ? about : asIfMissing(about)
  if (seen === undefined) return undefined
  const { target = isOwn ? about.named : undefined, project, projects } = seen
  return {
    entry: {
      id,
      ...entry,
      ...(target && { target: { type: target.type, id: target.id } }),
      ...(project?.key !== undefined && isSeen(project) && { project: project.key }),
    },
    projects,
  }
}

/** The call as if its target did not exist; undefined if it then could not have been made. */
const asIfMissing = ({
  reached,
  within,
}: About): Pick<About, 'target' | 'project' | 'projects'> | undefined =>
  reached ? undefined : within ? { project: within, projects: [within] } : { projects: [] }
