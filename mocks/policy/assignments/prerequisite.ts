import type { Assignment, Lacking } from './assignment.ts'
import type { RoleRecord } from '../language/records.ts'
import type { Leaf } from '../language/requirement.ts'
import type { World } from '../world/world.ts'

/** What an assignment must hold for something to be allowed. */
export interface Prerequisite {
  assignment: Assignment
  /** Whether a role would do; left out for an assignment that holds no role. */
  fits?: (role: RoleRecord) => boolean
  /** Whether it is being in the assignment's team that counts, whatever the role there. */
  joins?: true
  /** The grant by which the role would give the permission, ticked as well. */
  by?: string
  /** What of the requirement asks for it; left out where it is what somebody is that stands in the way. */
  leaf?: Leaf
  /** The permission that is needed; left out for mere membership. */
  permission?: string | undefined
  /** The role that somebody must have, by its key, where it is the role itself that counts. */
  role?: string
  /** Whether the assignment holds it now. */
  met: boolean
}

/** The prerequisite, met or not in the world. */
export const judgedIn = (world: World, needed: Omit<Prerequisite, 'met'>): Prerequisite => ({
  ...needed,
  met: needed.assignment.isHeld(world, needed.fits),
})

/** Prerequisites that together would meet the requirement. */
export type Option = readonly Prerequisite[]

/** No option meets it. */
export const impossible: readonly Option[] = []

/** It is met as it is. */
export const nothingNeeded: readonly Option[] = [[]]

/** What prerequisites of one assignment lack together. */
export const lackingOf = (unmet: readonly Prerequisite[]): Lacking => ({
  permissions: [...new Set(unmet.flatMap(({ permission }) => permission ?? []))],
  role: unmet[0]?.role,
  isHandedOut: unmet.some(({ leaf }) => leaf && 'covers' in leaf),
})
