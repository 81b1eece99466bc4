import { isRecord } from '../../src/core/record.ts'
import type { Call } from './call.ts'
import { inTeam } from './role-place.ts'
import type { World } from './world.ts'

/** What the call leaves of its user's roles and its entry's roles; what it does not state stays as it is. */
export interface NextState {
  /** The organization role's key. */
  role: string | undefined
  /** The key of the role in the team that the change at hand is about. */
  roleInTeam: string | undefined
  /** The entry's role keys, by category. */
  roles: Readonly<Record<string, string>>
}

const roleInTeamOf = (
  world: World,
  { things: { user, team }, input }: Pick<Call, 'things' | 'input'>,
): string | undefined => {
  if (typeof team !== 'object') return undefined
  const stated = isRecord(input?.teams) ? Object.entries(input.teams) : []
  const [, role] = stated.findLast(([reference]) => world.team(reference) === team) ?? []
  if (role === null) return undefined
  if (role === true) return team.defaultRole ?? world.settings.defaultRole
  if (typeof role === 'string') return world.role(role, inTeam)?.key ?? role
  return typeof user === 'object' ? user.teams[team.key] : undefined
}

/** Role keys once the call is carried out, for conditions that speak of `next`. */
export const nextState = (world: World, call: Pick<Call, 'things' | 'input'>): NextState => {
  const {
    things: { user, member },
    input,
  } = call
  const keyOf = (reference: string): string => world.role(reference)?.key ?? reference
  const stated = isRecord(input?.roles) ? Object.entries(input.roles) : []
  const cleared = new Set(stated.map(([category]) => category))
  const kept = Object.entries(member?.roles ?? {}).filter(([category]) => !cleared.has(category))
  const set = stated.flatMap(([category, reference]): [string, string][] =>
    typeof reference === 'string' ? [[category, keyOf(reference)]] : [],
  )
  const current = typeof user === 'object' ? user.role : undefined
  return {
    role: typeof input?.role === 'string' ? keyOf(input.role) : current,
    roleInTeam: roleInTeamOf(world, call),
    roles: Object.fromEntries([...kept, ...set]),
  }
}
