import type { NamedType } from './resources.ts'
import type { UserRecord } from '../language/records.ts'

/** Types of records that every member may be named from, and that a text may speak of as a whole. */
export type ListedType = 'user' | 'team' | 'role'

/** Somebody who reads a decision: nothing in it may depend on what they can't see. */
export interface Reader {
  readonly user: UserRecord
  /** Whether they may see the record: by the policy's visibility, and by the rule for getting one. */
  sees(type: NamedType, record: { readonly id: string }): boolean
  /** Whether they may list all records of a type; where nobody can list them, whether they may get each. */
  mayList(type: ListedType): boolean
}

/** A record that a text speaks of, or all that a list has. */
export type Mention =
  | { readonly type: NamedType; readonly id: string }
  | { readonly list: ListedType }

/** A text, and what it speaks of; left out where that can't be named. */
export interface Spoken {
  readonly about?: readonly Mention[] | undefined
}

/** Whether the reader may see all that is spoken of. What does not say of what it speaks is told to nobody. */
export const isToldTo = (reader: Reader, { about }: Spoken): boolean =>
  about?.every((one) => ('list' in one ? reader.mayList(one.list) : reader.sees(one.type, one))) ??
  false
