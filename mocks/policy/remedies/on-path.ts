import { unresolved } from '../world/resources.ts'
import { impossible, nothingNeeded, type Option } from '../assignments/prerequisite.ts'
import type { Leaf } from '../language/requirement.ts'
import type { PathGroup } from '../paths/paths.ts'
import { forLeaf, ofAll } from './for-leaf.ts'

/** A path into the projects of a scope; `unresolved` for an unresolved project, undefined for no path. */
export type PathTried = PathGroup | typeof unresolved | undefined

/** The options that give the permissions through the path; without permissions, those that open it. */
export const onPath = (
  leaf: Leaf,
  path: PathTried,
  permissions: readonly string[],
): readonly Option[] => {
  if (path === unresolved) return nothingNeeded
  if (!path) return impossible
  if (permissions.length === 0) {
    return forLeaf(
      leaf,
      undefined,
      path.flatMap((one) => one.couldOpen()),
    )
  }
  return ofAll(permissions, (permission) =>
    forLeaf(
      leaf,
      permission,
      path.flatMap((one) => one.couldGive(permission)),
    ),
  )
}
