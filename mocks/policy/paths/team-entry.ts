import { letThrough } from './entry-permits.ts'
import { permissionsOf, type Permits, roleIn } from '../world/permits.ts'
import { judgedIn } from '../assignments/prerequisite.ts'
import { TeamRole } from '../assignments/team.ts'
import { nothingPermitted, type Path, type Setting } from './path.ts'
import type { MemberRecord, RoleRecord } from '../language/records.ts'

const capped = (own: ReadonlySet<string>, cap: ReadonlySet<string> | undefined): Permits => ({
  always: cap ? own.intersection(cap) : own,
})

/** The path through a team's entry, which gives members the role that they hold in the team, capped or not. */
export const throughTeam = (
  setting: Setting,
  entry: MemberRecord,
  isCapped: boolean,
): Path | undefined => {
  const { world, person } = setting
  const team = world.team(entry.subject.id)
  if (!team || entry.status !== 'accepted') return undefined
  const owner = entry.isOwner === true
  const cap = owner || !isCapped ? undefined : letThrough(setting, entry)
  const role = roleIn(world, person, team.key)
  const heldWith = (fits: (role: RoleRecord) => boolean) =>
    judgedIn(world, { assignment: new TeamRole({ user: person, team }), fits })
  return {
    open: role !== undefined,
    owner,
    permits: role ? capped(permissionsOf(role), cap) : nothingPermitted,
    couldGive: (permission) =>
      cap === undefined || cap.has(permission)
        ? [[heldWith((other) => permissionsOf(other).has(permission))]]
        : [],
    couldOpen: () => [[heldWith(() => true)]],
  }
}
