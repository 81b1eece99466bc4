import type { Permits } from '../world/permits.ts'
import type { Policy } from '../language/policy.ts'
import type { Option } from '../assignments/prerequisite.ts'
import type { World } from '../world/world.ts'
import type { ProjectRecord, RoleRecord, UserRecord } from '../language/records.ts'

/** One path of one person into a project. */
export interface Path {
  /** Whether the person may use it now. */
  open: boolean
  /** The owning team's, or a share that says so: nothing caps it. */
  owner: boolean
  /** What it gives, while it is open. */
  permits: Permits
  /** Each set of prerequisites that together would make it give the permission. */
  couldGive(permission: string): readonly Option[]
  /** Each set of prerequisites that together would open it. */
  couldOpen(): readonly Option[]
}

/** For whom, and into which project, paths are looked for. */
export interface Setting {
  policy: Policy
  world: World
  person: UserRecord
  project: ProjectRecord
}

/** A path that no assignment decides. */
export const fixedPath = (open: boolean, permits: Permits): Path => ({
  open,
  owner: false,
  permits,
  couldGive: (permission) => (open && permits.always.has(permission) ? [[]] : []),
  couldOpen: () => (open ? [[]] : []),
})

export const nothingPermitted: Permits = { always: new Set() }

/** What any of the roles permits by itself. */
export const permitsOfAny = (roles: readonly RoleRecord[]): Permits => ({
  always: new Set(roles.flatMap(({ permissions }) => permissions)),
})
