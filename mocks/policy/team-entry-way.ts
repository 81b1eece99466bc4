import { gives, holdingInTeam, permissionsOf } from './holding.ts'
import { rolesOfEntry } from './entry-roles.ts'
import type { Slot } from './slot.ts'
import { anyOf, type Setting, type Way } from './way.ts'
import type { MemberRecord } from './world.ts'

/** An entry for a team gives the role that the person holds in that team, capped or not. */
export const throughTeam = (
  setting: Setting,
  entry: MemberRecord,
  isCapped: boolean,
): Way | undefined => {
  const { world, person, things } = setting
  const team = entry.subject.type === 'team' ? world.team(entry.subject.id) : undefined
  if (!team || entry.status !== 'accepted') return undefined
  const owner = entry.isOwner === true
  const cap = anyOf(rolesOfEntry(setting, entry))
  const lets: Way['has'] = owner || !isCapped ? () => true : cap
  const holding = holdingInTeam(world, person, team.key)
  const slot: Slot = { kind: 'team_role', user: person, team }
  return {
    open: holding !== undefined,
    owner,
    has: (permission) =>
      holding !== undefined && lets(permission) && gives(holding, permission, things.artifact),
    couldGive: (permission) =>
      lets(permission) ? [[{ slot, fits: (role) => permissionsOf(role).has(permission) }]] : [],
    couldOpen: () => [[{ slot, fits: () => true }]],
  }
}
