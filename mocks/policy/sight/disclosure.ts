import type { Judge } from '../language/judge.ts'
import type { Prerequisite } from '../assignments/prerequisite.ts'
import type { Reader } from '../world/reader.ts'
import type { Leaf } from '../language/requirement.ts'
import type { RoleRecord, TeamRecord } from '../language/records.ts'

/** Whether the reader may learn of the role. The policy's own roles are no secret. */
export const mayDiscloseRole = (reader: Reader, role: RoleRecord): boolean =>
  role.builtIn || reader.sees('role', role)

/** Whether the leaf applies to any team, and so to teams that neither it nor the call names. */
const isOfAnyTeam = (leaf: Leaf): boolean =>
  ('in' in leaf && leaf.in === 'any_team') || ('member' in leaf && leaf.member === 'any_team')

/** Whether the reader may learn of the team. The policy's own teams are no secret. */
export const knowsTeam = ({ policy }: Judge, reader: Reader, team: TeamRecord): boolean =>
  Object.hasOwn(reader.user.teams, team.key) ||
  policy.teams.some(({ key }) => key === team.key) ||
  reader.sees('team', team)

/**
 * Whether the reader may learn of the prerequisite: of their own, or of a user and in a team that they
 * may see.
 */
export const mayDisclose = (
  judge: Judge,
  reader: Reader,
  { assignment, leaf }: Prerequisite,
): boolean => {
  const { user, team } = assignment
  if (user && user.id !== reader.user.id && !reader.sees('user', user)) return false
  return !team || !leaf || !isOfAnyTeam(leaf) || knowsTeam(judge, reader, team)
}
