import { isHeldIn } from '../policy/world/roles.ts'
import { byName, type ByType, type Finders } from '../policy/world/by-name.ts'
import type { RoleRecord } from '../policy/language/records.ts'
import type { RolePlace, World } from '../policy/world/world.ts'
import type { Sequenced } from './ordered-nodes.ts'
import type { Store } from './store.ts'
import type { Table } from './table.ts'
import { lowerCase } from '../shared/lower-case.ts'

/** Finds a record of each type by a reference. */
const findersOf = ({ tables }: Store): Finders => {
  const { roles, teams, users, projects, members, artifacts, invitations, tokens } = tables
  return {
    project: (reference) => byReference(projects, reference),
    artifact: (reference) => byReference(artifacts, reference),
    member: (id) => members.get(id),
    team: (reference) => byReference(teams, reference),
    user: (reference) => byReference(users, reference, lowerCase(reference)),
    role: (reference) => roleBy(roles, reference),
    invitation: (id) => invitations.get(id),
    token: (id) => tokens.get(id),
  }
}

/** The read-only view of the store for policies. */
export function worldOf(store: Store): World {
  const { roles, users, former, projects, members, artifacts, invitations } = store.tables
  const finders = findersOf(store)
  const byType: ByType = {
    find: (type, reference) => finders[type](reference),
    all: (type) => store.byType[type],
  }
  return {
    get state() {
      return store.state
    },
    get organization() {
      return store.organization
    },
    settings: store.settings,
    ...byType,
    ...byName(byType),
    former: (reference) => byReference(former, reference, lowerCase(reference)),
    role: (reference, place) => roleBy(roles, reference, place),
    invitationsOf: (email) => invitations.where('email', email),
    usersIn: (team) => users.where('team', team),
    usersWith: (role) => users.where('role', role),
    membersOf: (project) => members.where('project', project),
    entriesOf: (subject) => members.where('subject', subject),
    artifactsIn: (project) => artifacts.where('project', project),
    projectsOf: (team) => projects.where('team', team),
  }
}

/** Finds by id, or else by key, or else by external id. No key looks like an id. */
const byReference = <T extends Sequenced, Index extends string>(
  table: Table<T, Index | 'externalId'>,
  reference: string,
  key = reference,
): T | undefined => table.get(key) ?? table.byKey(key) ?? byExternalId(table, reference)

function byExternalId<T extends Sequenced, Index extends string>(
  table: Table<T, Index | 'externalId'>,
  externalId: string,
): T | undefined {
  const [record] = table.where('externalId', externalId)
  return record
}

/** The first role of that key, or with that id, that can be held in the place. */
const roleBy = (
  roles: Store['tables']['roles'],
  reference: string,
  place?: RolePlace,
): RoleRecord | undefined => {
  const byId = roles.get(reference)
  const named = byId ? [byId] : roles.where('key', reference)
  for (const role of named) if (!place || isHeldIn(role, place)) return role
  return undefined
}
