import { byName, type ByType } from './by-name.ts'
import type { NamedType } from '../language/resource-types.ts'
import type { World } from './world.ts'

/** Whether to hide a record. */
export type Hides = (type: NamedType, record: { readonly id: string }) => boolean

/** A live view of the world without hidden records. Nothing is copied. */
export const seenWorld = (world: World, state: () => object, hides: Hides): World => {
  const one = <T extends { readonly id: string }>(type: NamedType, record: T | undefined) =>
    record && !hides(type, record) ? record : undefined
  const many = function* <T extends { readonly id: string }>(
    type: NamedType,
    records: Iterable<T>,
  ): Iterable<T> {
    for (const record of records) if (!hides(type, record)) yield record
  }
  const byType: ByType = {
    find: (type, reference) => one(type, world.find(type, reference)),
    all: (type) => many(type, world.all(type)),
  }
  return {
    get state() {
      return state()
    },
    get organization() {
      return world.organization
    },
    settings: world.settings,
    ...byType,
    ...byName(byType),
    former: (reference) => one('user', world.former(reference)),
    role: (reference, place) => one('role', world.role(reference, place)),
    invitationsOf: (email) => many('invitation', world.invitationsOf(email)),
    usersIn: (team) => many('user', world.usersIn(team)),
    usersWith: (role) => many('user', world.usersWith(role)),
    membersOf: (project) => many('member', world.membersOf(project)),
    entriesOf: (subject) => many('member', world.entriesOf(subject)),
    artifactsIn: (project) => many('artifact', world.artifactsIn(project)),
    projectsOf: (team) => many('project', world.projectsOf(team)),
  }
}
