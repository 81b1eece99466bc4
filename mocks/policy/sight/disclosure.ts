import type { Judge } from '../language/judge.ts'
import type { Prerequisite } from '../assignments/prerequisite.ts'
import type { Reader } from '../world/reader.ts'
import type { Leaf } from '../language/requirement.ts'
import type { RoleRecord, TeamRecord } from '../language/records.ts'

/** Whether the reader may be told of the role: the policy's own are no secret. */
export const mayDiscloseRole = (reader: Reader, role: RoleRecord): boolean =>
  role.builtIn || reader.sees('role', role)

/** Whether the leaf speaks of any team, and so of teams that neither it nor the call names. */
const isOfAnyTeam = (leaf: Leaf): boolean =>
  ('in' in leaf && leaf.in === 'any_team') || ('member' in leaf && leaf.member === 'any_team')

const knowsTeam = ({ policy }: Judge, reader: Reader, team: TeamRecord): boolean =>
  Object.hasOwn(reader.user.teams, team.key) ||
  policy.teams.some(({ key }) => key === team.key) ||
  reader.sees('team', team)

/**
 * Whether the reader may be told what is lacking: of themselves, or of somebody whom they may see, in
 * a team that they know or have named.
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
