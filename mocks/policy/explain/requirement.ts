import { withArticle } from './article.ts'
import { bothOf, eitherOf } from './chain.ts'
import { type About, isTeamScope, placeText, scopeText } from './scope.ts'
import type { Resources } from '../world/resources.ts'
import type { Policy } from '../language/policy.ts'
import {
  type CreatorRequirement,
  type Leaf,
  leavesOf,
  type MemberRequirement,
  type Requirement,
  type SelfRequirement,
} from '../language/requirement.ts'
import { isForNobody } from '../language/rules.ts'
import { permissionName, permissionText } from '../language/visible-names.ts'
import { isOpenToAll } from '../world/membership.ts'
import { resourcesNeeded } from '../call/resources-needed.ts'

const selfTexts = {
  user: 'that user',
  member: 'the person of the entry',
  invitation: 'the invited person',
} as const

const creatorText = ({ nouns }: Policy, { creator }: CreatorRequirement): string => {
  if (creator === 'artifact') return 'its creator'
  if (creator === 'project') return `the creator of the ${nouns.project}`
  return `the creator of the ${nouns.project} and of everything in it`
}

/** The one person who meets the leaf: `the invited person`; undefined for a leaf that several can meet. */
export const personMeeting = (policy: Policy, leaf: Requirement): string | undefined => {
  if ('self' in leaf) return selfTexts[leaf.self satisfies SelfRequirement['self']]
  return 'creator' in leaf ? creatorText(policy, leaf) : undefined
}

/** Whether all paths into projects go through teams. */
const isThroughTeams = ({ sources }: Policy): boolean =>
  sources.project.from.length > 0 &&
  sources.project.from.every(({ through }) => through === 'team_entry')

/** What callers need for an action that requires nothing. */
const leastFor = (action: string | undefined): string =>
  action !== undefined && isOpenToAll(action) ? 'being signed in' : 'an active membership'

const memberText = (policy: Policy, { member, who }: MemberRequirement, about: About): string => {
  const user = about.resources?.user
  const whose = typeof user === 'object' ? `${user.email}’s` : 'the user’s'
  const scope = scopeText(policy, member, about)
  if (!isTeamScope(member) && !isThroughTeams(policy)) {
    return who === 'user' ? `${whose} access to ${scope}` : `access to ${scope}`
  }
  const where = isTeamScope(member) ? scope : `${withArticle(policy.nouns.team)} that has ${scope}`
  return who === 'user' ? `${whose} membership of ${where}` : `membership of ${where}`
}

const leafText = (policy: Policy, leaf: Leaf, about: About): string => {
  if ('nothing' in leaf) return leastFor(about.action)
  if ('self' in leaf || 'creator' in leaf) return `being ${personMeeting(policy, leaf)}`
  if ('feature' in leaf) return `the feature “${leaf.feature}” in the plan`
  if ('path' in leaf) return `an owner’s path to it, by its ${policy.nouns.team} or by a share`
  if ('member' in leaf) return memberText(policy, leaf, about)
  if (!('in' in leaf)) return `an unknown requirement: ${Object.keys(leaf).join()}`
  const where = placeText(policy, leaf.in, about)
  if ('covers' in leaf) return `every permission that it hands out, ${where}`
  const name = leaf.permission === about.action ? permissionName : permissionText
  return `${name(policy, leaf.permission)} ${where}`
}

/** The requirement of an action or operation in words. Follows the word “needs”. */
export const describe = (policy: Policy, requirement: Requirement, about: About = {}): string => {
  const describePart = (part: Requirement): string => describe(policy, part, about)
  if (isForNobody(requirement)) return 'what nobody has'
  if ('all' in requirement) {
    return requirement.all.length === 0
      ? leastFor(about.action)
      : bothOf(requirement.all.map(describePart))
  }
  // Parts that differ only in their scopes can read the same.
  if ('any' in requirement) return eitherOf([...new Set(requirement.any.map(describePart))])
  return leafText(policy, requirement, about)
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
