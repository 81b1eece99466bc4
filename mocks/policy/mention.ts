import type { ListedType, Reader } from './reader.ts'
import type { NamedType } from './thing.ts'

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
