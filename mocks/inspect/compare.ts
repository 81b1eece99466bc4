import { differences, type PolicyDiff } from '../policy-diff/differences.ts'
import type { Judged } from '../policy-diff/compare.ts'

/** The gains and losses of people under another policy. */
export interface PolicyComparison extends PolicyDiff {
  /** How many people were not compared. 0 in a state of up to 100 people. */
  readonly more: number
}

/** The most people who are compared with all others, and in a larger state. */
const mostPeople = 100
const mostOfMany = 25
/** The most resources that each is compared for in a larger state. */
const mostResources = 200

/**
 * Compares two policies on one state. In a large state, it compares the people who are named first: the
 * personas of its scenario, then others in order of creation.
 */
export function comparePolicies(
  before: Judged,
  after: Judged,
  personas: readonly string[],
): PolicyComparison {
  const all = [...before.world.users()].map(({ email }) => email)
  const isLarge = all.length > mostPeople
  const first = [...new Set([...personas.filter((email) => all.includes(email)), ...all])]
  const compared = isLarge ? first.slice(0, mostOfMany) : all
  const { changes, sections } = differences(
    before,
    after,
    compared,
    isLarge ? mostResources : Infinity,
  )
  return { changes, sections, more: all.length - compared.length }
}
