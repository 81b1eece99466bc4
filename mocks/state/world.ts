import { isHeldIn } from '../policy/world/roles.ts'
import type { World } from '../policy/world/world.ts'
import type { Sequenced } from './ordered.ts'
import type { Store } from './store.ts'
import type { Table } from './table.ts'
import { lowerCase } from '../shared/lower-case.ts'

/** What a policy may see of the store: everything, to read. */
export function worldOf(store: Store): World {
  const { roles, teams, users, former, projects, members, artifacts, invitations, tokens } =
    store.tables
  return {
    get state() {
      return store.state
    },
    get organization() {
      return store.organization
    },
    settings: store.settings,
    user: (reference) => byReference(users, lowerCase(reference)),
    former: (reference) => byReference(former, lowerCase(reference)),
    role: (reference, place) => {
      const byId = roles.get(reference)
      const named = byId ? [byId] : roles.where('key', reference)
      for (const role of named) if (!place || isHeldIn(role, place)) return role
      return undefined
    },
    team: (reference) => byReference(teams, reference),
    project: (reference) => byReference(projects, reference),
    artifact: (id) => artifacts.get(id),
    member: (id) => members.get(id),
    invitation: (id) => invitations.get(id),
    token: (id) => tokens.get(id),
    users: () => users,
    roles: () => roles,
    teams: () => teams,
    projects: () => projects,
    artifacts: () => artifacts,
    invitations: () => invitations,
    tokens: () => tokens,
    invitationsOf: (email) => invitations.where('email', email),
    usersIn: (team) => users.where('team', team),
    usersWith: (role) => users.where('role', role),
    membersOf: (project) => members.where('project', project),
    entriesOf: (subject) => members.where('subject', subject),
    artifactsIn: (project) => artifacts.where('project', project),
    projectsOf: (team) => projects.where('team', team),
  }
}

/** Ids and natural keys never look alike, so that at most one of the two finds something. */
const byReference = <T extends Sequenced, Index extends string>(
  table: Table<T, Index>,
  reference: string,
): T | undefined => table.get(reference) ?? table.byKey(reference)
