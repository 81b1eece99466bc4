import { holds } from '../call/facts.ts'
import type { ProjectSource } from '../language/policy.ts'
import type { World } from '../world/world.ts'
import type { ProjectRecord } from '../language/records.ts'

/** Whether the source applies to the project: it has no condition, or its condition holds. */
export const counts = (
  world: World,
  project: ProjectRecord,
  { when }: Pick<ProjectSource, 'when'>,
): boolean =>
  !when || holds({ place: 'source', world, resources: { project }, input: undefined }, when)
