import { operationsOn } from '../generated/contract.ts'
import { type About, type Remembered, resourcesIn } from '../log/about.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { Platform } from './platform.ts'
import { projectsOf, resourcesOf } from './remember.ts'

/**
 * Remembers who could see the resources that a call deleted: of those who may list the audit, and those
 * who made calls about them. Resources that the log does not mention are left out: nobody can ask for
 * them. Call it in the call's transaction.
 */
export function rememberWhoSaw(platform: Platform, { id: caller }: UserRecord, about: About): void {
  const { store, world, log } = platform
  const own = new Map(resourcesIn(about).map((resource) => [resource.id, resource]))
  const ended = store.deleted.flatMap((id) => {
    const mention = log.audit.mentioned(id)
    const resource = own.get(id) ?? mention?.resource
    if (!resource?.mayHide || resourcesOf(world, resource.type, id) !== undefined) return []
    return [{ resource, callers: [caller, ...(mention?.callers ?? [])] }]
  })
  if (ended.length === 0) return
  const seen = store.before(() => {
    const readers = readersOf(platform)
    return ended.map(({ resource, callers }) => whoSaw(platform, resource, callers, readers))
  })
  for (const [id, users] of seen) log.noteSeen(id, users)
}

type Readers = (project?: string) => readonly UserRecord[]

/** Finds the users who may list the audit: all of it, or that of one project. */
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
  const call = compiled.bind(world, user, operationsOn.audit_entry.list, [query])
  return (
    call.missing.length === 0 &&
    compiled.sees(world, user, call.resources) &&
    compiled.decide(world, call) === 'yes'
  )
}

function whoSaw(
  { world, compiled }: Platform,
  { type, id }: Remembered,
  callers: readonly string[],
  readers: Readers,
): readonly [id: string, users: ReadonlySet<string>] {
  const resources = resourcesOf(world, type, id) ?? {}
  const users = [
    ...callers.flatMap((caller) => world.user(caller) ?? []),
    ...[undefined, ...projectsOf(resources)].flatMap((project) => readers(project)),
  ]
  const saw = [...new Set(users)].filter((user) => compiled.sees(world, user, resources))
  return [id, new Set(saw.map((user) => user.id))]
}
