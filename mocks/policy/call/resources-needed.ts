import type { Resources } from '../world/resources.ts'
import { isProjectScope, type Leaf, type Scope } from '../language/requirement.ts'

/** A resource that a requirement is about. One of these names must be bound. */
export type Needed = readonly [keyof Resources, ...(keyof Resources)[]]

const inScope = (scope: Scope): readonly Needed[] => {
  if (scope === 'team') return [['team']]
  if (scope === 'destination') return [['destination']]
  // An artifact is enough: it tells its project, or that it has none.
  return isProjectScope(scope) ? [['project', 'artifact']] : []
}

/** The resources that must be named for the requirement to be met, users first. */
export const resourcesNeeded = (leaf: Leaf): readonly Needed[] => {
  if ('self' in leaf) return [[leaf.self]]
  if ('creator' in leaf) return [[leaf.creator === 'artifact' ? 'artifact' : 'project']]
  if ('path' in leaf) return inScope('project')
  if ('in' in leaf) return inScope(leaf.in)
  if (!('member' in leaf)) return []
  return [...(leaf.who === 'user' ? [['user'] satisfies Needed] : []), ...inScope(leaf.member)]
}
