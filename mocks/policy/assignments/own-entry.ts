import { operationsOn } from '../../generated/contract.ts'
import type { AssignmentChange, RemedyCall, Telling } from './assignment.ts'
import { ownEntryAfter } from './draft.ts'
import { personOf } from './person.ts'
import { onProject } from './where.ts'
import type { MemberRecord, ProjectRecord, UserRecord } from '../language/records.ts'
import type { World } from '../world/world.ts'

/** Identifies a user's own entry on a project. */
export interface OfEntry {
  user: UserRecord
  project: ProjectRecord
}

/** The user's own entry on the project. */
export const ownEntry = (
  world: World,
  user: UserRecord,
  project: ProjectRecord,
): MemberRecord | undefined => {
  for (const entry of world.entriesOf(user.id)) {
    if (entry.project === project.key && entry.subject.type === 'user') return entry
  }
  return undefined
}

/** Says that the user has no own entry on the project. Members of a team may reach it by the team's. */
export const withoutEntry = (telling: Telling, { user, project }: OfEntry): string => {
  const { does, own } = personOf(user, telling.reader.user)
  const entry = Object.keys(user.teams).length > 0 ? `entry of ${own}` : 'entry'
  return `${does('have', 'has')} no ${entry} on ${onProject(project).text(telling)}.`
}

/** The new entry of a user who has none. */
export const emptyEntry = (user: UserRecord, project: ProjectRecord): MemberRecord => ({
  id: `mem_of_${user.id}_on_${project.id}`,
  sequence: Number.MAX_SAFE_INTEGER,
  createdAt: user.createdAt,
  project: project.key,
  subject: { type: 'user', id: user.id },
  roles: {},
  rights: [],
  status: 'accepted',
})

/** The call group of everything in one user's entry on one project: one call changes it. */
export const entryGroup = (user: UserRecord, project: ProjectRecord): string =>
  `${user.id} ${project.key}`

/** The call that makes the changes in the user's own entry, or creates the entry with them. */
export const callOfEntry = (
  world: World,
  user: UserRecord,
  project: ProjectRecord,
  changes: readonly AssignmentChange[],
): RemedyCall => {
  const entry = ownEntry(world, user, project)
  // A patch adds the roles and grants that it names, and replaces the rights as a whole.
  const before = { ...emptyEntry(user, project), rights: entry?.rights ?? [] }
  const { roles, rights, grants } = ownEntryAfter(before, changes)
  const body = {
    ...(Object.keys(roles).length > 0 && { roles }),
    ...(rights.length > before.rights.length && { rights }),
    ...(grants && { grants }),
  }
  return entry
    ? { operation: operationsOn.member.update, args: [project.key, entry.id, body], changes }
    : {
        operation: operationsOn.member.create,
        args: [project.key, { subject: { type: 'user', id: user.email }, ...body }],
        changes,
      }
}
