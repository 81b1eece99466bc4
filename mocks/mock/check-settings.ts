import { ConfigurationError } from '../shared/configuration-error.ts'
import { didYouMean } from '../shared/nearest.ts'
import { placesOfDefaultRole } from '../policy/call/default-role.ts'
import type { Policy } from '../policy/language/policy.ts'
import { isHeldIn } from '../policy/world/roles.ts'
import type { World } from '../policy/world/world.ts'
import type { RoleRecord, Settings } from '../policy/language/records.ts'

/** Throws when the settings name a role or a team that the deployment lacks, or a role that nobody is given. */
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
    `auth.defaultRole is "${key}", which nobody is given ${where.join(' or ')}. There is ${keys}.`,
  )
}

function unknownKey(
  option: string,
  type: string,
  key: string,
  known: Iterable<{ readonly key: string }>,
): ConfigurationError {
  const keys = [...known].map((record) => record.key)
  const there = keys.length === 0 ? 'none' : keys.join(', ')
  return new ConfigurationError(
    `auth.${option} is "${key}", and there is no such ${type}.${didYouMean(key, keys)} There is ${there}.`,
  )
}
