import type { Things } from './call.ts'
import { permissionsOf } from './holding.ts'
import type { Policy } from './policy.ts'
import type { Wants } from './want.ts'
import type { ProjectRecord, RoleRecord, UserRecord, World } from './world.ts'

/** One way for one person into a project. */
export interface Way {
  /** Whether the person may use it now. */
  open: boolean
  /** The owning team's, or a share that says so: nothing caps it. */
  owner: boolean
  /** Whether it gives the permission, to whom it is open. */
  has(permission: string): boolean
  /** Each set of slots that together would make it give the permission. */
  couldGive(permission: string): readonly Wants[]
  /** Each set of slots that together would open it. */
  couldOpen(): readonly Wants[]
}

/** For whom, and into which project, ways are looked for. */
export interface Setting {
  policy: Policy
  world: World
  person: UserRecord
  project: ProjectRecord
  things: Things
}

/** A way that no slot decides. */
export const fixed = (open: boolean, has: Way['has']): Way => ({
  open,
  owner: false,
  has,
  couldGive: (permission) => (open && has(permission) ? [[]] : []),
  couldOpen: () => (open ? [[]] : []),
})

/** What any of the roles has. */
export const anyOf =
  (roles: readonly RoleRecord[]): Way['has'] =>
  (permission) =>
    roles.some((role) => permissionsOf(role).has(permission))
