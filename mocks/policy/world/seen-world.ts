import type { NamedType } from './resources.ts'
import type { World } from './world.ts'

/** Whether a record is hidden. */
export type Hides = (type: NamedType, record: { readonly id: string }) => boolean

/** The world without what is hidden in it, as it is and as it will be: nothing is copied. */
export const seenWorld = (world: World, state: () => object, hides: Hides): World => {
  const one = <T extends { readonly id: string }>(type: NamedType, record: T | undefined) =>
    record && !hides(type, record) ? record : undefined
  const many = function* <T extends { readonly id: string }>(
    type: NamedType,
    records: Iterable<T>,
  ): Iterable<T> {
    for (const record of records) if (!hides(type, record)) yield record
  }
  return {
    get state() {
      return state()
    },
    get organization() {
      return world.organization
    },
    settings: world.settings,
    user: (reference) => one('user', world.user(reference)),
    former: (reference) => one('user', world.former(reference)),
    role: (reference, place) => one('role', world.role(reference, place)),
    team: (reference) => one('team', world.team(reference)),
    project: (reference) => one('project', world.project(reference)),
    artifact: (id) => one('artifact', world.artifact(id)),
    member: (id) => one('member', world.member(id)),
    invitation: (id) => one('invitation', world.invitation(id)),
    token: (id) => one('token', world.token(id)),
    users: () => many('user', world.users()),
    roles: () => many('role', world.roles()),
    teams: () => many('team', world.teams()),
    projects: () => many('project', world.projects()),
    artifacts: () => many('artifact', world.artifacts()),
    invitations: () => many('invitation', world.invitations()),
    tokens: () => many('token', world.tokens()),
    invitationsOf: (email) => many('invitation', world.invitationsOf(email)),
    usersIn: (team) => many('user', world.usersIn(team)),
    usersWith: (role) => many('user', world.usersWith(role)),
    membersOf: (project) => many('member', world.membersOf(project)),
    entriesOf: (subject) => many('member', world.entriesOf(subject)),
    artifactsIn: (project) => many('artifact', world.artifactsIn(project)),
    projectsOf: (team) => many('project', world.projectsOf(team)),
  }
}
