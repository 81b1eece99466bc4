import type { AuditEntry } from '../../src/generated/models.ts'
import { type About, type Remembered, seesAll } from '../log/about.ts'
import type { AuditRecord } from '../log/audit.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { eyesOf } from '../platform/eyes.ts'
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

/** One page of the calls that meet the filters, each as far as the caller sees what it is about. */
function pageAfter(
  work: Work<'audit.list'>,
  position: number,
  limit: number,
  filters: object,
): { readonly data: readonly AuditEntry[]; readonly nextCursor: string | null } {
  const { platform, actor, operation } = work
  const meets = filterOf(work)
  const isSeen = eyesOf(platform, actor)
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
  // An address stays the same when its person is removed and comes back; an id does not.
  const key = user?.id === person ? 'actor' : 'email'
  return ({ entry, projects }: ShownCall): boolean =>
    (project === undefined || projects.some(({ id }) => id === project)) &&
    (user === undefined || entry[key] === (key === 'actor' ? user.id : user.email)) &&
    (operation === undefined || entry.operation === operation)
}

/** What a reader is shown of a call: the entry, and the projects that it counts as being about. */
interface ShownCall {
  readonly entry: AuditEntry
  readonly projects: readonly Remembered[]
}

/**
 * The call as the reader is shown it, or undefined. What is hidden from them is to them what does not
 * exist: a call that was done with it was not made, and one that did not get so far found nothing. What
 * such a call named is told to its caller alone.
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

/** What the call was about if its target were not there; undefined where it could not have been made then. */
const asIfMissing = ({
  reached,
  within,
}: About): Pick<About, 'target' | 'project' | 'projects'> | undefined =>
  reached ? undefined : within ? { project: within, projects: [within] } : { projects: [] }
