import type { Missing, Telling } from '../assignments/assignment.ts'
import { lackingOf, type Prerequisite } from '../assignments/prerequisite.ts'

/** One assignment that lacks something: what is required and what the person has, as data and in words. */
export const describeMissing = (telling: Telling, unmet: readonly Prerequisite[]): Missing => {
  const [first] = unmet
  if (!first) throw new Error('Nothing is missing.')
  const { assignment } = first
  const lacking = lackingOf(unmet)
  const { world } = telling
  return {
    requirement: assignment.requirement(world, lacking),
    have: assignment.have(world, lacking),
    text: assignment.requiredText(telling, lacking),
    haveText: assignment.haveText(telling, lacking),
  }
}
