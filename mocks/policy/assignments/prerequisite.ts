import type { Assignment, Lacking } from './assignment.ts'
import type { ProjectRecord, RoleRecord } from '../language/records.ts'
import type { Leaf } from '../language/requirement.ts'
import type { World } from '../world/world.ts'

/** What an assignment must hold. */
export interface Prerequisite {
  assignment: Assignment
  /** Whether the role is enough; left out for an assignment that holds no role. */
  fits?: (role: RoleRecord) => boolean
  /** The project on which the entry of the assignment's team gives the permission: membership is enough. */
  joins?: ProjectRecord
  /** The grant that must be ticked for the role to give the permission. */
  by?: string
  /** The leaf of the rule that asks for it; left out for what no rule asks, such as an active membership. */
  leaf?: Leaf
  /** The permission that is required; left out if membership is enough. */
  permission?: string | undefined
  /** The permission that the leaf asks for, also where membership is enough to have it. */
  wanted?: string | undefined
  /** The key of the role that is required, if no other will do. */
  role?: string
  /** Whether the assignment holds it in the world. */
  met: boolean
}

/** Adds whether the prerequisite is met in the world. */
export const judgedIn = (world: World, needed: Omit<Prerequisite, 'met'>): Prerequisite => ({
  ...needed,
  met: needed.assignment.isHeld(world, needed.fits),
})

/** Prerequisites that together meet a requirement. */
export type Option = readonly Prerequisite[]

/** The options of a requirement that nothing can meet. */
export const impossible: readonly Option[] = []

/** The options of a requirement that is met already. */
export const nothingNeeded: readonly Option[] = [[]]

/** What one assignment lacks for all of these prerequisites. */
export const lackingOf = (unmet: readonly Prerequisite[]): Lacking => ({
  permissions: [...new Set(unmet.flatMap(({ permission }) => permission ?? []))],
  role: unmet[0]?.role,
  isHandedOut: unmet.some(({ leaf }) => leaf && 'covers' in leaf),
  isInAnyTeam: unmet.some(({ leaf }) => leaf && 'in' in leaf && leaf.in === 'any_team'),
})
