import { defaultRoleIn } from '../policy/call/default-role.ts'
import { inTeam } from '../policy/world/roles.ts'
import type { World } from '../policy/world/world.ts'
import type { TeamRecord } from '../policy/language/records.ts'
import { found } from '../state/store.ts'

/** A membership in a body: a role, `true` for the default role, or `null` to end it. */
export type MembershipChange = string | true | null

/** The memberships after changes. Teams that the changes leave out stay as they are. */
export function changeMemberships(
  world: World,
  current: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, MembershipChange>>,
): Record<string, string> {
  const memberships = new Map(Object.entries(current))
  for (const [reference, change] of Object.entries(changes)) {
    const team = found(world.team(reference))
    if (change === null) memberships.delete(team.key)
    else memberships.set(team.key, roleFor(world, team, change))
  }
  return Object.fromEntries(memberships)
}

function roleFor(world: World, team: TeamRecord, change: string | true): string {
  return found(change === true ? defaultRoleIn(world, team) : world.role(change, inTeam)).key
}
