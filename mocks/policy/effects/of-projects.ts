import { type Giving, type HandOut, handOut } from './hand-out.ts'
import { counts } from '../paths/source-conditions.ts'
import { permissionsInto, permitsOfFixedRoles } from '../paths/paths.ts'
import type { World } from '../world/world.ts'
import type { ProjectRecord } from '../language/records.ts'

/** The permissions that a project's new owner gets. */
export const handedOutByOwnership = ({ policy, world, call }: Giving): readonly HandOut[] => {
  const { project } = call.resources
  // A project that does not exist yet gives permissions to nobody.
  if (typeof project !== 'object') return []
  return policy.sources.project.from.flatMap((source) =>
    source.through === 'ownership'
      ? [
          handOut(
            'project',
            permitsOfFixedRoles({ policy, world }, source.roles).always,
            call.resources,
          ),
        ]
      : [],
  )
}

/** The project after the call. */
const changed = (project: ProjectRecord, { call }: Giving): ProjectRecord => {
  const { key: _, ...stated } = call.input ?? {}
  return { ...project, ...stated }
}

/**
 * The permissions that people get through a change of the project itself: a project made public lets
 * everybody in. Only sources with a condition can open this way.
 */
export const handedOutByOpening = (giving: Giving): readonly HandOut[] => {
  const { policy, world, call, effects } = giving
  const { project } = call.resources
  if (typeof project !== 'object') return []
  const next = changed(project, giving)
  const opens = policy.sources.project.from.some(
    (source) => counts(world, next, source) && !counts(world, project, source),
  )
  if (!opens) return []
  const losesEntries = effects.some(
    (effect) => effect.kind === 'remove_entries' && effect.of === 'project',
  )
  const after: World = losesEntries ? { ...world, membersOf: () => [] } : world
  const given = [...world.users()].flatMap((person) => {
    const before = permissionsInto({ policy, world, person, project })
    return [...permissionsInto({ policy, world: after, person, project: next }).difference(before)]
  })
  return [handOut('project', given, call.resources)]
}
