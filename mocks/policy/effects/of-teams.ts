import { permitsOfEntry } from '../paths/entry-permits.ts'
import { type Giving, handOut, type HandOut } from './hand-out.ts'
import { counts } from '../paths/source-conditions.ts'
import type { TeamRecord } from '../language/records.ts'

/**
 * What whoever joins the team gets on projects: what its entries give by themselves. Where an entry
 * lets a role of the team through instead, that role is handed out in the team.
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
