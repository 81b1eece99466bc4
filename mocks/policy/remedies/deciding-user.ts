import { admissionsOf } from './admission.ts'
import type { DecidingUser } from '../sight/assessment.ts'
import { keepsInvariants } from '../decide/invariants.ts'
import type { Assignment, AssignmentChange } from '../assignments/assignment.ts'
import { personAfter } from '../assignments/draft.ts'
import { OrganizationRole } from '../assignments/organization.ts'
import type { Prerequisite } from '../assignments/prerequisite.ts'
import { TeamRole } from '../assignments/team.ts'
import type { Reader } from '../world/reader.ts'
import { mayDiscloseRole } from '../sight/disclosure.ts'
import { rolesByReach } from '../world/roles.ts'
import { isActiveMember } from '../world/membership.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** A change of the caller or of the user whom a call names, with the prerequisite that it meets. */
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

/** The changes of the person after which other rules are asked. */
export const shiftsOf = (
  context: PolicyContext,
  { user, byRole, byStatus, byTeams }: DecidingUser,
  reader: Reader,
): readonly Shift[] => {
  const { world } = context
  const admissions = byStatus && !isActiveMember(user) ? admissionsOf(context, user, reader) : []
  const status = admissions.map(activation)
  const rolesFor = (assignment: OrganizationRole | TeamRole): readonly Shift[] =>
    rolesByReach(world, assignment.rolePlace)
      .filter((role) => role.key !== assignment.role(world)?.key && mayDiscloseRole(reader, role))
      .map(({ key }) => newRole(assignment, key))
      .filter(({ change }) => keepsInvariants(context, user, personAfter(user, change)))
  const roles = byRole ? rolesFor(new OrganizationRole({ user })) : []
  const memberships = byTeams.flatMap((key) => {
    const team = world.team(key)
    return team ? rolesFor(new TeamRole({ user, team })) : []
  })
  return [...status, ...roles, ...memberships]
}
