import type { UserRecord } from '../policy/world.ts'
import { type About, type Remembered, thingsOf } from './about.ts'
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
 * Remembers who saw what the call has ended, as it was before the call. Only of what the log speaks of:
 * nobody can ask about the rest. To be called in the call's transaction.
 */
export function rememberWhoSaw(platform: Platform, about: About): void {
  const { store, world, compiled, log } = platform
  const mentioned = new Map(thingsIn(about).map((thing) => [thing.id, thing]))
  const ended = new Map<string, Remembered>()
  for (const id of store.deleted) {
    const thing = mentioned.get(id) ?? log.audit.mentioned(id)
    if (thing?.mayHide && thingsOf(world, thing.type, id) === undefined) ended.set(id, thing)
  }
  if (ended.size === 0) return
  const seen = store.before(() =>
    [...ended.values()].map(({ type, id }) => {
      const things = thingsOf(world, type, id) ?? {}
      const users = [...world.users()].filter((user) => compiled.sees(world, user, things))
      return [id, new Set(users.map((user) => user.id))] as const
    }),
  )
  for (const [id, users] of seen) log.lastSeen.add(id, users)
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
