import type { Condition } from './condition.ts'
import type { Field } from './fields.ts'

/** A value that an effect reads from a field, or a fixed key. */
export type Value = { field: Field } | { key: string }

/** A further change that an operation brings about: an obligation, in XACML's word. */
export interface Effect {
  rule: string
  /** Operations, or `sign_up` for the first sign-in of an unknown person. */
  on: readonly string[]
  when?: Condition
  do:
    /** Adds the named user or the caller to the team. Default of `of`: `user`. */
    | { joinTeam: Value; role: Value; of?: 'user' | 'actor' }
    /** Adds an entry for the team to the project. */
    | { addEntry: { team: { field: Field } }; isOwner: boolean }
    /** Gives the named user or the caller the organization role. */
    | { setRole: string; of: 'user' | 'actor' }
    /** Makes the caller the owner of the project. */
    | { setOwner: 'actor' }
    /** Unticks every grant of the user or of the entry, as if none had ever been ticked. */
    | { clearGrants: 'user' | 'member' }
    /** Removes every entry of the project, or the user’s own entries, except the one that the call answers. */
    | { removeEntries: 'project' | 'user' }
    /** Revokes every token except the one that the call created. */
    | { revokeTokens: 'others' }
}
