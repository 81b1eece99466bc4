import type { Policy } from '../../../mocks/policy/index.ts'
import type { RoleDefinition } from '../../../mocks/policy/language/policy.ts'

/** A policy with one fault in its data. */
export interface Mutant {
  /** The fault, such as `rules/users.get: any, part 1 dropped`. */
  id: string
  policy: Policy
  /** The rule of the mutated part, if it belongs to one. */
  rule?: string
  /** The role as the mutant has it: roles live in the world, not only in the policy. */
  role?: RoleDefinition
  /** Words that proofs about the mutated part probably contain, so that those are asked first. */
  words: readonly string[]
}

/** One way to make a part of the data wrong. */
export interface Variant<T> {
  what: string
  value: T
}

/** The list with the item of that index replaced, or left out. */
export const replaced = <T>(list: readonly T[], index: number, ...by: readonly T[]): T[] => [
  ...list.slice(0, index),
  ...by,
  ...list.slice(index + 1),
]
