import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { Call } from './call.ts'
import type { World } from '../world/world.ts'

/** The roles of the named user and entry after the call. Roles that it does not state stay as they are. */
export interface NextState {
  /** The organization role's key. */
  role: string | undefined
  /** The key of the role in the team that the change at hand is about. */
  roleInTeam: string | undefined
  /** The entry's role keys, by category. */
  roles: Readonly<Record<string, string>>
  /** The user's role keys, by team. */
  teams: Readonly<Record<string, string>>
}

/** Role keys with the stated ones merged in: a role's key, `true` for the default role, `null` for none. */
const merged = (
  current: Readonly<Record<string, string>> = {},
  stated: unknown,
  defaultIn: (key: string) => string | undefined,
): Readonly<Record<string, string>> => {
  const roles = new Map(Object.entries(current))
  for (const [key, value] of isRecord(stated) ? Object.entries(stated) : []) {
    const role = value === true ? defaultIn(key) : value
    if (typeof role === 'string') roles.set(key, role)
    else roles.delete(key)
  }
  return Object.fromEntries(roles)
}

/** Role keys after the call, for fields of `next`. The body must name roles by key. */
export const nextState = (
  world: World,
  { resources: { user, team, member }, input }: Pick<Call, 'resources' | 'input'>,
): NextState => {
  const person = typeof user === 'object' ? user : undefined
  const defaultIn = (team: string): string | undefined =>
    world.team(team)?.defaultRole ?? world.settings.defaultRole
  const teams = merged(person?.teams, input?.teams, defaultIn)
  return {
    role: typeof input?.role === 'string' ? input.role : person?.role,
    roleInTeam: typeof team === 'object' ? teams[team.key] : undefined,
    roles: merged(member?.roles, input?.roles, () => undefined),
    teams,
  }
}
