import { type Giving, type HandOut, handOut } from './hand-out.ts'
import { counts } from '../paths/source-conditions.ts'
import { permissionsInto, permitsOfFixedRoles } from '../paths/paths.ts'
import type { World } from '../world/world.ts'
import type { ProjectRecord } from '../language/records.ts'

/** What the owner of a project gets by being it. */
export const handedOutByOwnership = ({ policy, world, call }: Giving): readonly HandOut[] => {
  const { project } = call.resources
  // What nobody has yet is nobody’s to hold.
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

/** The project with what the body states of it. */
const changed = (project: ProjectRecord, { call }: Giving): ProjectRecord => {
  const { key: _, ...stated } = call.input ?? {}
  return { ...project, ...stated }
}

/**
 * What a change of the project itself gives to people: a project made public, say, lets everyone in.
 * Only sources that have a condition can open by one.
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
