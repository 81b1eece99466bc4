import { operationsOn } from '../../generated/contract.ts'
import type { Policy } from '../language/policy.ts'
import { inOrganization, inTeam, type RolePlace } from '../world/roles.ts'
import type { World } from '../world/world.ts'
import type { RoleRecord, TeamRecord } from '../language/records.ts'

/** Whether the policy offers the key in the operation's body. */
const takes = ({ changes }: Policy, operation: string, key: string): boolean => {
  const asked = Object.hasOwn(changes, operation) ? changes[operation] : undefined
  return asked !== undefined && (!asked.keys || Object.hasOwn(asked.keys, key))
}

/**
 * Where the default role is held: in a team, if a call can add somebody to one without naming a role;
 * in the organization, if a call can invite somebody without naming one. Empty if no call assigns it.
 */
export const placesOfDefaultRole = (policy: Policy): readonly RolePlace[] => {
  const joins =
    takes(policy, operationsOn.user.create, 'teams') ||
    takes(policy, operationsOn.user.update, 'teams') ||
    policy.effects.some(
      ({ do: done }) =>
        'joinTeam' in done && 'field' in done.role && done.role.field === 'settings.defaultRole',
    )
  const invitation = policy.changes[operationsOn.invitation.create]
  const invites = invitation !== undefined && !invitation.required?.includes('role')
  return [...(joins ? [inTeam] : []), ...(invites ? [inOrganization] : [])]
}

/** The role of a new team member for whom the call names none; undefined if there is no default. */
export const defaultRoleIn = (
  world: World,
  team: TeamRecord | undefined,
): RoleRecord | undefined => {
  const key = team?.defaultRole ?? world.settings.defaultRole
  return key === undefined ? undefined : world.role(key, inTeam)
}
