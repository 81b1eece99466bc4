import { withArticle } from './article.ts'
import { type Resources, unresolved } from '../world/resources.ts'
import type { Policy } from '../language/policy.ts'
import { type Leaf, leavesOf, type Requirement, type Scope } from '../language/requirement.ts'
import { isForNobody } from '../language/rules.ts'
import { isOpenToAll } from '../world/membership.ts'
import { resourcesNeeded } from '../call/resources-needed.ts'

const keyOf = (resource: { key: string } | typeof unresolved | undefined): string | undefined =>
  typeof resource === 'object' ? resource.key : undefined

const named = (noun: string, key: string | undefined, otherwise: string): string =>
  key === undefined ? otherwise : `${noun} ${key}`

/** The scope in words, with the key of the resource if the question names one. */
const scopeText = ({ nouns }: Policy, scope: Scope, resources: Resources): string => {
  if (typeof scope === 'object') return `${nouns.team} ${scope.team}`
  switch (scope) {
    case 'organization':
      return 'the organization'
    case 'any_team':
      return `any ${nouns.team}`
    case 'team':
      return named(nouns.team, keyOf(resources.team), `that ${nouns.team}`)
    case 'project':
      return named(nouns.project, keyOf(resources.project), `the ${nouns.project}`)
    case 'attached_project':
      return resources.artifact
        ? `${withArticle(nouns.project)} that it belongs to or is attached to`
        : named(
            nouns.project,
            keyOf(resources.project),
            `${withArticle(nouns.project)} that it belongs to or is attached to`,
          )
    case 'destination':
      return named(
        nouns.project,
        keyOf(resources.destination),
        `the ${nouns.project} named in the call`,
      )
  }
}

const isTeamScope = (scope: Scope): boolean =>
  typeof scope === 'object' || scope === 'team' || scope === 'any_team' || scope === 'organization'

const selfTexts = {
  user: 'being that user',
  member: 'being the person whom the entry is for',
  invitation: 'being the person whom the invitation is for',
} as const

const creatorText = (
  { nouns }: Policy,
  creator: 'artifact' | 'project' | 'project_contents',
): string => {
  if (creator === 'artifact') return 'having made it'
  if (creator === 'project') return `having made the ${nouns.project}`
  return `having made the ${nouns.project} and everything in it`
}

/** Whether all paths into projects go through teams. */
const isThroughTeams = ({ sources }: Policy): boolean =>
  sources.project.from.length > 0 &&
  sources.project.from.every(({ through }) => through === 'team_entry')

/** What callers need for an action that requires nothing. */
const leastFor = (action: string | undefined): string =>
  action !== undefined && isOpenToAll(action) ? 'being signed in' : 'an active membership'

const leafText = (policy: Policy, leaf: Leaf, resources: Resources, least: string): string => {
  if ('nothing' in leaf) return least
  if ('self' in leaf) return selfTexts[leaf.self]
  if ('creator' in leaf) return creatorText(policy, leaf.creator)
  if ('feature' in leaf) return `${leaf.feature} in the plan`
  if ('path' in leaf) return `acting through its owning ${policy.nouns.team} or an owner’s share`
  if ('member' in leaf) {
    const user = typeof resources.user === 'object' ? resources.user.email : 'the user'
    const scope = scopeText(policy, leaf.member, resources)
    if (!isTeamScope(leaf.member) && !isThroughTeams(policy)) {
      return leaf.who === 'user'
        ? `${user} already having access to ${scope}`
        : `access to ${scope}`
    }
    const where = isTeamScope(leaf.member)
      ? scope
      : `${withArticle(policy.nouns.team)} that has ${scope}`
    return leaf.who === 'user'
      ? `${user} already being a member of ${where}`
      : `membership of ${where}`
  }
  if (!('in' in leaf)) return `an unknown requirement: ${JSON.stringify(leaf)}`
  const where = scopeText(policy, leaf.in, resources)
  if ('covers' in leaf) return `every permission that is handed out, held in ${where}`
  return `${leaf.permission} ${isTeamScope(leaf.in) ? 'held in' : 'on'} ${where}`
}

/** The requirement of an action or operation in words. Follows the word “needs”. */
export const describe = (
  policy: Policy,
  requirement: Requirement,
  resources: Resources = {},
  action?: string,
): string => {
  const describePart = (part: Requirement): string => describe(policy, part, resources, action)
  if (isForNobody(requirement)) return 'what nobody has'
  if ('all' in requirement) {
    if (requirement.all.length === 0) return leastFor(action)
    return requirement.all.map(describePart).join(' and ')
  }
  if ('any' in requirement) {
    // Parts that differ only in their scopes can read the same.
    return [...new Set(requirement.any.map(describePart))].join(', or ')
  }
  return leafText(policy, requirement, resources, leastFor(action))
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
