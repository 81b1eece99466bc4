import { withArticle } from './article.ts'
import { type About, isTeamScope, placeText, scopeText } from './scope.ts'
import { propertyText } from './property.ts'
import type { Policy } from '../language/policy.ts'
import type {
  CreatorRequirement,
  Leaf,
  MemberRequirement,
  Requirement,
  SelfRequirement,
} from '../language/requirement.ts'
import { permissionName, permissionText } from '../language/visible-names.ts'
import { isOpenToAll } from '../world/membership.ts'

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
export const leastFor = (action: string | undefined): string =>
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

/** What the leaf needs, and in which place. */
interface Need {
  readonly what: string
  readonly where?: string
}

const needOf = (policy: Policy, leaf: Leaf, about: About): Need => {
  if ('covers' in leaf) {
    return { what: 'every permission that it hands out', where: placeText(policy, leaf.in, about) }
  }
  if (!('permission' in leaf)) return { what: leafText(policy, leaf, about) }
  const name = leaf.permission === about.action ? permissionName : permissionText
  return { what: name(policy, leaf.permission), where: placeText(policy, leaf.in, about) }
}

/** Several needs without a chain among them: what is needed in one place is said together. */
export const flatText = (
  policy: Policy,
  leaves: readonly Leaf[],
  about: About,
  joined: (items: readonly string[]) => string,
): string => {
  const needs = leaves.map((leaf) => needOf(policy, leaf, about))
  const inOrder = [
    ...needs.filter(({ where }) => where !== undefined),
    ...needs.filter(({ where }) => where === undefined),
  ]
  const byPlace = [...Map.groupBy(inOrder, ({ where }) => where)].flatMap(([where, ofPlace]) =>
    where === undefined
      ? ofPlace
      : [{ what: joined([...new Set(ofPlace.map(({ what }) => what))]), where }],
  )
  const byWhat = [...Map.groupBy(byPlace, ({ what }) => what)]
  return joined(
    byWhat.map(([what, ofWhat]) =>
      [what, joined(ofWhat.flatMap(({ where }) => where ?? []))].join(' ').trim(),
    ),
  )
}

/** The leaf in words: `“Manage roles” (admin:manage_roles) in team Admin`. */
export const leafText = (policy: Policy, leaf: Leaf, about: About): string => {
  if ('nothing' in leaf) return leastFor(about.action)
  if ('self' in leaf || 'creator' in leaf) return `being ${personMeeting(policy, leaf)}`
  if ('property' in leaf) return propertyText(leaf)
  if ('feature' in leaf) return `the feature “${leaf.feature}” in the plan`
  if ('path' in leaf) return 'an owner’s access to it'
  if ('member' in leaf) return memberText(policy, leaf, about)
  if (!('in' in leaf)) return `an unknown requirement: ${Object.keys(leaf).join()}`
  const { what, where } = needOf(policy, leaf, about)
  return `${what} ${where}`
}
