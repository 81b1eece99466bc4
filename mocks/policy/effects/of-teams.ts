import { permitsOfEntry } from '../paths/entry-permits.ts'
import { type Giving, handOut, type HandOut } from './hand-out.ts'
import { counts } from '../paths/source-conditions.ts'
import type { TeamRecord } from '../language/records.ts'

/**
 * The permissions on projects that a new team member gets from the team's entries. An entry of the
 * source `team_entry` gives no roles of its own: there, the member's team role counts, which is handed
 * out in the team.
 */
export const handedOutByJoining = (
  { policy, world, call }: Pick<Giving, 'policy' | 'world' | 'call'>,
  team: TeamRecord,
): readonly HandOut[] => {
  const sources = policy.sources.project.from.filter(({ through }) => through === 'entry')
  if (sources.length === 0) return []
  return [...world.entriesOf(team.id)].flatMap((entry) => {
    const project = world.project(entry.project)
    if (!project || entry.status !== 'accepted') return []
    const resources = { ...call.resources, project }
    if (!sources.some((source) => counts(world, project, source))) return []
    return [handOut('project', permitsOfEntry({ policy, world }, entry).always, resources)]
  })
}
