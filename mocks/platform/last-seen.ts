import type { UserRecord } from '../policy/language/records.ts'
import { type About, projectsOf, type Remembered, thingsOf } from './about.ts'
import type { Platform } from './platform.ts'

/** Of how many things it is remembered who saw them last: the oldest are forgotten first. */
const limit = 10_000

/** Who saw a thing when it ended, by its id. Of what is not in it, nobody did. */
export class LastSeen {
  readonly #by = new Map<string, ReadonlySet<string>>()

  add(id: string, users: ReadonlySet<string>): void {
    this.#by.set(id, users)
    const [oldest] = this.#by.size > limit ? this.#by.keys() : []
    if (oldest !== undefined) this.#by.delete(oldest)
  }

  wasSeen(id: string, user: string): boolean {
    return this.#by.get(id)?.has(user) ?? false
  }
}

/**
 * Remembers who saw what the call has ended, as it was before the call: of those who could read of it
 * in the audit, and of those who had called about it. Of what the log does not speak of, nobody can ask.
 * Call it in the call's transaction.
 */
export function rememberWhoSaw(platform: Platform, { id: caller }: UserRecord, about: About): void {
  const { store, world, log } = platform
  const own = new Map(thingsIn(about).map((thing) => [thing.id, thing]))
  const ended = store.deleted.flatMap((id) => {
    const mention = log.audit.mentioned(id)
    const thing = own.get(id) ?? mention?.thing
    if (!thing?.mayHide || thingsOf(world, thing.type, id) !== undefined) return []
    return [{ thing, callers: [caller, ...(mention?.callers ?? [])] }]
  })
  if (ended.length === 0) return
  const seen = store.before(() => {
    const readers = readersOf(platform)
    return ended.map(({ thing, callers }) => whoSaw(platform, thing, callers, readers))
  })
  for (const [id, users] of seen) log.lastSeen.add(id, users)
}

type Readers = (project?: string) => readonly UserRecord[]

/** Who may list the audit as a whole, and that of one project. */
function readersOf(platform: Platform): Readers {
  const known = new Map<string | undefined, readonly UserRecord[]>()
  return (project) => {
    const before = known.get(project)
    if (before !== undefined) return before
    const query = project === undefined ? {} : { project }
    const readers = [...platform.world.users()].filter((user) =>
      mayListAudit(platform, user, query),
    )
    known.set(project, readers)
    return readers
  }
}

const mayListAudit = ({ compiled, world }: Platform, user: UserRecord, query: object): boolean => {
  const call = compiled.bind(world, user, 'audit.list', [query])
  return (
    call.missing.length === 0 &&
    compiled.sees(world, user, call.things) &&
    compiled.decide(world, call) === 'yes'
  )
}

function whoSaw(
  { world, compiled }: Platform,
  { type, id }: Remembered,
  callers: readonly string[],
  readers: Readers,
): readonly [id: string, users: ReadonlySet<string>] {
  const things = thingsOf(world, type, id) ?? {}
  const users = [
    ...callers.flatMap((caller) => world.user(caller) ?? []),
    ...[undefined, ...projectsOf(things)].flatMap((project) => readers(project)),
  ]
  const saw = [...new Set(users)].filter((user) => compiled.sees(world, user, things))
  return [id, new Set(saw.map((user) => user.id))]
}

/** Everything that is remembered of what a call was about. */
export const thingsIn = ({ target, projects }: About): readonly Remembered[] =>
  target ? [target, ...projects] : projects

/** What somebody sees of what the log speaks of: as it is now, or as it was when it ended. */
export function eyesOf(
  { world, compiled, log }: Platform,
  reader: UserRecord,
): (thing: Remembered) => boolean {
  const known = new Map<string, boolean>()
  return ({ type, id, mayHide }) => {
    if (!mayHide) return true
    const before = known.get(id)
    if (before !== undefined) return before
    const things = thingsOf(world, type, id)
    const isSeen =
      things === undefined
        ? log.lastSeen.wasSeen(id, reader.id)
        : compiled.sees(world, reader, things)
    known.set(id, isSeen)
    return isSeen
  }
}

/** Whether somebody with these eyes sees what the call was about, and where that was. */
export const seesAll = (isSeen: (thing: Remembered) => boolean, about: About): boolean =>
  (about.target === undefined || isSeen(about.target)) &&
  (about.projects.length === 0 || about.projects.some(isSeen))
