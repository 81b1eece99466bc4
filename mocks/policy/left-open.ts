import type { Things } from './call.ts'
import type { Policy } from './policy.ts'
import { type Leaf, leavesOf, type Requirement, type Scope } from './requirement.ts'

const openScope = ({ nouns }: Policy, scope: Scope, things: Things): string | undefined => {
  switch (scope) {
    case 'team':
      return things.team ? undefined : nouns.team
    case 'project':
    case 'attached_project':
      // An artifact says which project it is in, or that it is in none.
      return things.project || things.artifact ? undefined : nouns.project
    case 'destination':
      return things.destination ? undefined : nouns.project
    default:
      return undefined
  }
}

const openThing = (name: 'user' | 'member' | 'invitation', things: Things): string | undefined => {
  if (things[name]) return undefined
  return name === 'member' ? 'entry' : name
}

const openCreator = (
  { nouns }: Policy,
  creator: 'artifact' | 'project' | 'project_contents',
  { artifact, project }: Things,
): string | undefined => {
  if (creator === 'artifact') return artifact ? undefined : 'artifact'
  return project ? undefined : nouns.project
}

const openIn = (policy: Policy, leaf: Leaf, things: Things): string | undefined => {
  if ('self' in leaf) return openThing(leaf.self, things)
  if ('creator' in leaf) return openCreator(policy, leaf.creator, things)
  if ('path' in leaf) return openScope(policy, 'project', things)
  if ('in' in leaf) return openScope(policy, leaf.in, things)
  if (!('member' in leaf)) return undefined
  const person = leaf.who === 'user' ? openThing('user', things) : undefined
  return person ?? openScope(policy, leaf.member, things)
}

/** What the requirement speaks of and the question does not name: the first of it, as a noun. */
export const leftOpen = (
  policy: Policy,
  requirement: Requirement,
  things: Things,
): string | undefined => {
  for (const leaf of leavesOf(requirement)) {
    const open = openIn(policy, leaf, things)
    if (open !== undefined) return open
  }
  return undefined
}
