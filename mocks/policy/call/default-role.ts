import { operationsOn } from '../../generated/contract.ts'
import type { Policy } from '../language/policy.ts'
import { inOrganization, inTeam, type RolePlace } from '../world/roles.ts'
import type { World } from '../world/world.ts'
import type { RoleRecord, TeamRecord } from '../language/records.ts'

/** Whether the body of the operation may have the key. */
const takes = ({ changes }: Policy, operation: string, key: string): boolean => {
  const asked = Object.hasOwn(changes, operation) ? changes[operation] : undefined
  return asked !== undefined && (!asked.keys || Object.hasOwn(asked.keys, key))
}

/**
 * Where the default role is held: in a team, where somebody can join one without a role; in the
 * organization, where somebody can be invited without one. Empty where nothing ever gives it.
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

/** The role that somebody joins a team with who names none; undefined where there is none. */
export const defaultRoleIn = (
  world: World,
  team: TeamRecord | undefined,
): RoleRecord | undefined => {
  const key = team?.defaultRole ?? world.settings.defaultRole
  return key === undefined ? undefined : world.role(key, inTeam)
}
