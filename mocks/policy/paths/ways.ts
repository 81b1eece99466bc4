import type { ProjectSource } from '../language/policy.ts'
import type { MemberRecord } from '../language/records.ts'
import type { Setting } from './path.ts'
import { permissionsInto } from './paths.ts'

/** One way in which a person gets permissions on a project. */
export interface Way {
  /** The kind of source: an entry, the organization role, the ownership … */
  readonly through: ProjectSource['through']
  /** The rule that states the source. */
  readonly rule: string
  /** The entry, where the way leads through one. */
  readonly entry?: MemberRecord
  readonly permissions: readonly string[]
}

/** The open ways of a person into a project that give a permission, source by source and entry by entry. */
export const waysInto = (setting: Setting): readonly Way[] => {
  const { policy, world, project } = setting
  const entries = [...world.membersOf(project.key)]
  return policy.sources.project.from.flatMap((source): readonly Way[] => {
    const { through, rule } = source
    const isByEntry = through === 'entry' || through === 'team_entry'
    const ways = isByEntry ? entries.map((entry) => [entry]) : [[]]
    return ways.flatMap((used) => {
      const permissions = [...permissionsInto(setting, [source], used)]
      const [entry] = used
      return permissions.length === 0
        ? []
        : [{ through, rule, ...(entry && { entry }), permissions }]
    })
  })
}
