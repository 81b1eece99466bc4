import { letThrough } from './entry-permits.ts'
import { permissionsOf, type Permits, roleIn } from '../world/permits.ts'
import type { Slot } from '../slots/slot.ts'
import { nothingPermitted, type Setting, type Way } from './path.ts'
import type { MemberRecord } from '../language/records.ts'

const capped = (own: ReadonlySet<string>, cap: ReadonlySet<string> | undefined): Permits => ({
  always: cap ? own.intersection(cap) : own,
})

/** An entry for a team gives the role that the person holds in that team, capped or not. */
export const throughTeam = (
  setting: Setting,
  entry: MemberRecord,
  isCapped: boolean,
): Way | undefined => {
  const { world, person } = setting
  const team = world.team(entry.subject.id)
  if (!team || entry.status !== 'accepted') return undefined
  const owner = entry.isOwner === true
  const cap = owner || !isCapped ? undefined : letThrough(setting, entry)
  const role = roleIn(world, person, team.key)
  const slot: Slot = { kind: 'team_role', user: person, team }
  return {
    open: role !== undefined,
    owner,
    permits: role ? capped(permissionsOf(role), cap) : nothingPermitted,
    couldGive: (permission) =>
      cap === undefined || cap.has(permission)
        ? [[{ slot, fits: (other) => permissionsOf(other).has(permission) }]]
        : [],
    couldOpen: () => [[{ slot, fits: () => true }]],
  }
}
