import { unresolved } from '../world/resources.ts'
import { PlanFeature } from '../assignments/plan-feature.ts'
import { impossible, judgedIn, nothingNeeded, type Option } from '../assignments/prerequisite.ts'
import { type EvaluationContext, isCreator, isSelf } from '../evaluate/context.ts'
import { meetsProperty } from '../evaluate/properties.ts'
import { isProjectScope, type Leaf, type ProjectScope } from '../language/requirement.ts'
import { ofAll } from './for-leaf.ts'
import { inScope } from './in-scope.ts'
import { onPath, type PathTried } from './on-path.ts'

/** The path to try in each project scope. */
export type PathChoice = Partial<Record<ProjectScope, PathTried>>

const fixed = (holds: boolean | undefined): readonly Option[] =>
  holds ? nothingNeeded : impossible

/** The options that meet the leaf through the paths to try. */
export const optionsOfLeaf = (
  context: EvaluationContext,
  leaf: Leaf,
  paths: PathChoice,
): readonly Option[] => {
  const { actor, resources, world } = context
  if ('nothing' in leaf) return nothingNeeded
  if ('self' in leaf) return fixed(isSelf(context, leaf))
  if ('creator' in leaf) return fixed(isCreator(context, leaf))
  if ('property' in leaf) return fixed(meetsProperty(context, leaf))
  if ('path' in leaf) {
    const path = paths.project
    return onPath(leaf, path === unresolved ? path : path?.filter(({ owner }) => owner), [])
  }
  if ('feature' in leaf) {
    return [[judgedIn(world, { assignment: new PlanFeature(leaf), leaf })]]
  }
  if ('member' in leaf) {
    if (isProjectScope(leaf.member)) return onPath(leaf, paths[leaf.member], [])
    const user = leaf.who === 'user' ? resources.user : actor
    if (user === unresolved) return nothingNeeded
    return user ? inScope(context, { leaf, scope: leaf.member, user }) : impossible
  }
  if (!('permission' in leaf || 'covers' in leaf)) return impossible
  const permissions = 'permission' in leaf ? [leaf.permission] : [...(context.handedOut ?? [])]
  if (isProjectScope(leaf.in)) return onPath(leaf, paths[leaf.in], permissions)
  const { in: scope } = leaf
  return ofAll(permissions, (permission) =>
    inScope(context, { leaf, scope, user: actor, permission }),
  )
}
