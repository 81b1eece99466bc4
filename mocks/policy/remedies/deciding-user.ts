import { admissionsOf } from './admission.ts'
import type { DecidingUser } from '../sight/assessment.ts'
import { keepsInvariants } from '../decide/invariants.ts'
import type { Judge } from '../language/judge.ts'
import type { Assignment, AssignmentChange } from '../assignments/assignment.ts'
import { personAfter } from '../assignments/draft.ts'
import { OrganizationRole } from '../assignments/organization.ts'
import type { Prerequisite } from '../assignments/prerequisite.ts'
import { TeamRole } from '../assignments/team.ts'
import type { Reader } from '../world/reader.ts'
import { rolesByReach } from '../world/roles.ts'
import { isActiveMember } from '../world/membership.ts'
import type { World } from '../world/world.ts'

/** A change of who calls or whom a call names, and what it supplies. */
export interface Shift {
  change: AssignmentChange
  missing: Prerequisite
}

const activation = (change: AssignmentChange): Shift => ({
  change,
  missing: { assignment: change.assignment, met: false },
})

const newRole = (assignment: Assignment, role: string): Shift => ({
  change: { assignment, role },
  missing: { assignment, role, met: false },
})

/** What could be changed of the person for the call to ask less. */
export const shiftsOf = (
  judge: Judge,
  world: World,
  { user, byRole, byStatus, byTeams }: DecidingUser,
  reader: Reader,
): readonly Shift[] => {
  const { policy } = judge
  const admissions =
    byStatus && !isActiveMember(user) ? admissionsOf(judge, world, user, reader) : []
  const status = admissions.map(activation)
  const rolesFor = (assignment: OrganizationRole | TeamRole): readonly Shift[] =>
    rolesByReach(world, assignment.rolePlace)
      .filter(({ key }) => key !== assignment.role(world)?.key)
      .map(({ key }) => newRole(assignment, key))
      .filter(({ change }) => keepsInvariants(policy, world, user, personAfter(user, change)))
  const roles = byRole ? rolesFor(new OrganizationRole({ user })) : []
  const memberships = byTeams.flatMap((key) => {
    const team = world.team(key)
    return team ? rolesFor(new TeamRole({ user, team })) : []
  })
  return [...status, ...roles, ...memberships]
}
