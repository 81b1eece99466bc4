import { ConfigurationError } from '../shared/configuration-error.ts'
import { didYouMean } from '../shared/nearest.ts'
import { placesOfDefaultRole } from '../policy/call/default-role.ts'
import type { Policy } from '../policy/language/policy.ts'
import { isHeldIn } from '../policy/world/roles.ts'
import type { World } from '../policy/world/world.ts'
import type { RoleRecord, Settings } from '../policy/language/records.ts'

/** Throws if the settings name an unknown role or team, or a role that a new user can't get. */
export function checkSettings(
  policy: Policy,
  { defaultRole, defaultTeam }: Settings,
  world: World,
): void {
  if (defaultRole !== undefined) checkDefaultRole(policy, defaultRole, world)
  if (defaultTeam !== undefined && world.team(defaultTeam) === undefined) {
    throw unknownKey('defaultTeam', 'team', defaultTeam, world.teams())
  }
}

function checkDefaultRole(policy: Policy, key: string, world: World): void {
  const places = placesOfDefaultRole(policy)
  const isGiven = (role: RoleRecord): boolean =>
    places.length === 0 || places.some((place) => isHeldIn(role, place))
  const known = [...world.roles()].filter((role) => isGiven(role) && role.assignable)
  if (known.some((role) => role.key === key)) return
  if (world.role(key) === undefined) throw unknownKey('defaultRole', 'role', key, known)
  const where = places.map(({ scope }) => (scope === 'team' ? 'in a team' : 'in the organization'))
  const keys = [...new Set(known.map((role) => role.key))].join(', ')
  throw new ConfigurationError(
    `auth.defaultRole must be a role that can be given ${where.join(' or ')}, not "${key}". Known are ${keys}.`,
  )
}

function unknownKey(
  option: string,
  type: string,
  key: string,
  records: Iterable<{ readonly key: string }>,
): ConfigurationError {
  const keys = [...records].map((record) => record.key)
  const known = keys.length === 0 ? `There are no ${type}s.` : `Known are ${keys.join(', ')}.`
  return new ConfigurationError(
    `auth.${option} must be the key of a ${type}, not "${key}".${didYouMean(key, keys)} ${known}`,
  )
}
