import type { Resources } from '../world/resources.ts'
import { isProjectScope, type Leaf, type Scope } from '../language/requirement.ts'

/** A resource that a requirement speaks of: any one of these names it. */
export type Needed = readonly [keyof Resources, ...(keyof Resources)[]]

const inScope = (scope: Scope): readonly Needed[] => {
  if (scope === 'team') return [['team']]
  if (scope === 'destination') return [['destination']]
  // An artifact says which project it is in, or that it is in none.
  return isProjectScope(scope) ? [['project', 'artifact']] : []
}

/** The resources that must be named for the requirement to be met, the person first. */
export const resourcesNeeded = (leaf: Leaf): readonly Needed[] => {
  if ('self' in leaf) return [[leaf.self]]
  if ('creator' in leaf) return [[leaf.creator === 'artifact' ? 'artifact' : 'project']]
  if ('path' in leaf) return inScope('project')
  if ('in' in leaf) return inScope(leaf.in)
  if (!('member' in leaf)) return []
  return [...(leaf.who === 'user' ? [['user'] satisfies Needed] : []), ...inScope(leaf.member)]
}
