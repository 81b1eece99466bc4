import type { AssignmentStage, Telling } from '../assignments/assignment.ts'
import { lackingOf, type Option, type Prerequisite } from '../assignments/prerequisite.ts'
import type { UserRecord } from '../language/records.ts'
import type { World } from '../world/world.ts'

/** Stages by how near to the person what is lacking is: an answer of theirs, a project, a team, the organization. */
const nearest: readonly AssignmentStage[] = [
  'membership',
  'acceptance',
  'grant',
  'entry',
  'team_role',
  'organization_role',
  'plan',
]

/** The first unmet prerequisite of the option: the person's own before others'. */
const firstOf = ({ id }: UserRecord, unmet: Option): Prerequisite | undefined =>
  unmet.find(({ assignment: { user } }) => user?.id === id) ?? unmet[0]

/** How far what the option lacks is from what the person has: a smaller number explains the denial better. */
const distanceOf = (world: World, unmet: Option, { assignment, joins }: Prerequisite): number =>
  [
    unmet.length - 1,
    // A role that another team would bring says little about the person's own.
    joins ? 1 : 0,
    nearest.indexOf(assignment.stage),
    assignment.rolePlace && !assignment.role(world) ? 1 : 0,
  ].reduce((sum, part) => sum * 10 + part, 0)

/** Of the options, each as its unmet prerequisites, the lack to name: the one nearest to what the person has. */
const lackAmong = (
  world: World,
  actor: UserRecord,
  options: readonly Option[],
): Prerequisite | undefined => {
  const lacks = options.flatMap((unmet) => {
    const first = firstOf(actor, unmet)
    return first ? [{ first, distance: distanceOf(world, unmet, first) }] : []
  })
  return lacks.toSorted((one, other) => one.distance - other.distance)[0]?.first
}

/** What the person has instead of what the options need, in a sentence; undefined if they need nothing. */
export const haveTextOf = (
  telling: Telling,
  actor: UserRecord,
  options: readonly Option[],
): string | undefined => {
  const lack = lackAmong(telling.world, actor, options)
  return lack?.assignment.haveText(telling, lackingOf([lack]))
}
