import type { Policy } from '../../../mocks/policy/index.ts'
import type { RoleDefinition } from '../../../mocks/policy/language/policy.ts'

/** A policy with one thing in its data wrong. */
export interface Mutant {
  /** What is wrong, such as `rules/users.get: any, part 1 dropped`. */
  id: string
  policy: Policy
  /** The rule that the mutated part belongs to, where it belongs to one. */
  rule?: string
  /** The role as the mutant has it: roles live in the world, not only in the policy. */
  role?: RoleDefinition
  /** Words that proofs about the mutated part are likely to hold, so that those are asked first. */
  words: readonly string[]
}

/** One way in which a part of the data can be wrong. */
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
