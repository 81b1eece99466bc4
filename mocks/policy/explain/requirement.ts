import { bothOf, eitherOf } from './chain.ts'
import { flatText, leafText, leastFor } from './leaf-text.ts'
import type { About } from './scope.ts'
import type { Resources } from '../world/resources.ts'
import type { Policy } from '../language/policy.ts'
import { leavesOf, type Requirement } from '../language/requirement.ts'
import { isForNobody } from '../language/rules.ts'
import { orSeries, series } from '../../shared/series.ts'
import { resourcesNeeded } from '../call/resources-needed.ts'

/** The requirement with the words that tell “and” from “or”. */
const chainText = (policy: Policy, requirement: Requirement, about: About): string => {
  if (isForNobody(requirement)) return 'what nobody has'
  const textOf = (part: Requirement): string => chainText(policy, part, about)
  if ('all' in requirement) {
    return requirement.all.length === 0
      ? leastFor(about.action)
      : bothOf(requirement.all.map(textOf))
  }
  // Parts that differ only in their scopes can read the same.
  if ('any' in requirement) return eitherOf([...new Set(requirement.any.map(textOf))])
  return leafText(policy, requirement, about)
}

/** The requirement of an action or operation in words. Follows the word “needs”. */
export const describe = (policy: Policy, requirement: Requirement, about: About = {}): string => {
  const parts = 'all' in requirement ? requirement.all : 'any' in requirement && requirement.any
  if (!parts) return chainText(policy, requirement, about)
  // Without a chain among its parts, “and” or “or” alone is clear.
  const leaves = parts.flatMap((part) => ('all' in part || 'any' in part ? [] : part))
  const isFlat = leaves.length === parts.length && leaves.length > 0
  if (!isFlat) return chainText(policy, requirement, about)
  return flatText(policy, leaves, about, 'all' in requirement ? series : orSeries)
}

/** The policy's noun for the resource. */
export const nounOf = ({ nouns }: Policy, name: keyof Resources): string => {
  if (name === 'team') return nouns.team
  if (name === 'project' || name === 'destination') return nouns.project
  return name === 'member' ? 'entry' : name
}

/**
 * The first resource that the requirement needs and the question leaves open, as a noun; undefined if
 * there is none.
 */
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
