import type { Things } from '../world/things.ts'
import type { Policy } from '../language/policy.ts'
import { leavesOf, type Requirement } from '../language/requirement.ts'
import { thingsNeeded } from '../call/things-needed.ts'

/** What people call a thing of that name. */
export const nounOf = ({ nouns }: Policy, name: keyof Things): string => {
  if (name === 'team') return nouns.team
  if (name === 'project' || name === 'destination') return nouns.project
  return name === 'member' ? 'entry' : name
}

/** What the requirement speaks of and the question does not name: the first of it, as a noun. */
export const leftOpen = (
  policy: Policy,
  requirement: Requirement,
  things: Things,
): string | undefined => {
  const open = leavesOf(requirement)
    .flatMap(thingsNeeded)
    .find((needed) => !needed.some((name) => things[name]))
  return open && nounOf(policy, open[0])
}
