import type { Requirement } from './requirement.ts'
import type { Origin } from './vocabulary.ts'

/** What one action requires. Several actions may share a rule id. */
export interface Rule {
  /** Such as `AD-04`. */
  id: string
  require: Requirement
  /** The rule in one sentence. */
  text: string
  origin: Origin
}

/** How this project reads a rule whose documentation is ambiguous. */
export interface Reading {
  rule: string
  text: string
}
