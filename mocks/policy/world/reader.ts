import type { NamedType } from './resources.ts'
import type { UserRecord } from '../language/records.ts'

/** Types whose whole list a text can mention. */
export type ListedType = 'user' | 'team' | 'role'

/** The reader of a decision. Nothing in it may depend on what they can't see. */
export interface Reader {
  readonly user: UserRecord
  /** Whether they may see the record, by the policy's visibility and by the rule for getting one. */
  sees(type: NamedType, record: { readonly id: string }): boolean
  /** Whether they may list all records of the type. If no operation lists them, whether they may get each. */
  mayList(type: ListedType): boolean
}

/** A record that a text mentions, a whole list, or what a user alone knows of themselves. */
export type Mention =
  | { readonly type: NamedType; readonly id: string }
  | { readonly list: ListedType }
  | { readonly knownTo: string }

/** A text with its mentions. */
export interface Mentioning {
  /** Left out if the mentions can't be named. */
  readonly about?: readonly Mention[] | undefined
}

/** Whether the reader may see all that the text mentions. A text with unknown mentions is told to nobody. */
export const mayDiscloseTo = (reader: Reader, { about }: Mentioning): boolean =>
  about?.every((one) => {
    if ('knownTo' in one) return one.knownTo === reader.user.id
    return 'list' in one ? reader.mayList(one.list) : reader.sees(one.type, one)
  }) ?? false
