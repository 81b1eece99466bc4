import type { Leaf } from '../language/requirement.ts'
import type { Slot } from './slot.ts'
import type { Want } from './want.ts'

/** Something that a slot does not hold, and must for the call to be allowed. */
export interface Lack {
  slot: Slot
  /** What of the requirement asks for it; left out where it is what somebody is that stands in the way. */
  leaf?: Leaf
  /** The permission that is needed; undefined for mere membership. */
  permission?: string | undefined
  /** The role that somebody must have, by its key, where it is the role itself that counts. */
  role?: string
}

/** Something that a slot must hold for a leaf of the requirement to be met. */
export interface Need extends Want, Lack {
  leaf: Leaf
  permission: string | undefined
  met: boolean
}

/** Needs that together would meet the requirement. */
export type Option = readonly Need[]

/** No way to meet it. */
export const impossible: readonly Option[] = []

/** It is met as it is. */
export const nothingNeeded: readonly Option[] = [[]]
