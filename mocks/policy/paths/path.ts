import type { Permits } from '../world/permits.ts'
import type { Policy } from '../language/policy.ts'
import type { Option } from '../assignments/prerequisite.ts'
import type { World } from '../world/world.ts'
import type { ProjectRecord, RoleRecord, UserRecord } from '../language/records.ts'

/** One path of one person into a project. */
export interface Path {
  /** Whether the person can use it now. */
  open: boolean
  /** Whether it leads through an owner's entry, which nothing caps. */
  owner: boolean
  /** The permissions that it gives while it is open. */
  permits: Permits
  /** The options that make it give the permission. */
  couldGive(permission: string): readonly Option[]
  /** The options that open it. */
  couldOpen(): readonly Option[]
}

/** The person and the project that paths connect. */
export interface Setting {
  policy: Policy
  world: World
  person: UserRecord
  project: ProjectRecord
}

/** A path that no assignment can open or extend. */
export const fixedPath = (open: boolean, permits: Permits): Path => ({
  open,
  owner: false,
  permits,
  couldGive: (permission) => (open && permits.always.has(permission) ? [[]] : []),
  couldOpen: () => (open ? [[]] : []),
})

export const nothingPermitted: Permits = { always: new Set() }

/** The permissions of all the roles, without grants. */
export const permitsOfAny = (roles: readonly RoleRecord[]): Permits => ({
  always: new Set(roles.flatMap(({ permissions }) => permissions)),
})
