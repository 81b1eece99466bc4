import type { Resources } from '../world/resources.ts'
import type { Policy } from '../language/policy.ts'
import { leavesOf, type Requirement } from '../language/requirement.ts'
import { resourcesNeeded } from '../call/resources-needed.ts'

/** What people call a resource of that name. */
export const nounOf = ({ nouns }: Policy, name: keyof Resources): string => {
  if (name === 'team') return nouns.team
  if (name === 'project' || name === 'destination') return nouns.project
  return name === 'member' ? 'entry' : name
}

/** What the requirement speaks of and the question does not name: the first of it, as a noun. */
export const leftOpen = (
  policy: Policy,
  requirement: Requirement,
  resources: Resources,
): string | undefined => {
  const open = leavesOf(requirement)
    .flatMap(resourcesNeeded)
    .find((needed) => !needed.some((name) => resources[name]))
  return open && nounOf(policy, open[0])
}
