import type { Policy, RoleDefinition } from '../../policy/language/policy.ts'
import { personAt, teamAt } from './names.ts'
import { reachOf } from '../../policies/empty.ts'
import type { Persona, Scenario, ScenarioUser } from '../../policies/scenario.ts'

/** The people of a crowd, and some of them by what they may work on. */
export interface CrowdPeople {
  readonly scenario: Pick<Scenario, 'teams' | 'users' | 'personas'>
  /** Active people with the usual role. */
  readonly usual: readonly string[]
  /** Active members of each team. */
  readonly inTeams: readonly { readonly team: string; readonly members: readonly string[] }[]
}

/** The most people remembered by what they may work on: enough to choose from. */
const enough = 1000

/** Makes the people of a crowd, the administrator first. */
export function peopleOf(
  policy: Policy,
  admin: ScenarioUser,
  size: { readonly users: number; readonly teams: number },
  random: () => number,
): CrowdPeople {
  const roles = spreadOf(policy, 'organization')
  const teamRoles = spreadOf(policy, 'team')
  const teams =
    teamRoles.length === 0 ? [] : Array.from({ length: size.teams }, (_, index) => teamAt(index))
  const inTeams = teams.map(({ key }) => ({ team: key, members: new Array<string>() }))
  const usual: string[] = []
  const users: ScenarioUser[] = [admin]
  const first = new Map<string, string>()
  const memberships = sharedMemberships()
  for (let index = 0; index < size.users; index += 1) {
    const { email, name } = personAt(index)
    const role = pick(roles, random)
    const joined = {
      place: inTeams[Math.floor(random() * teams.length)],
      held: pick(teamRoles, random),
    }
    const { place, held } = joined
    const isPending = random() < 0.02
    users.push({
      email,
      name,
      ...(role !== undefined && { role }),
      ...(place && held !== undefined && { teams: memberships(place.team, held) }),
      ...(isPending && { status: 'pending' as const }),
    })
    if (isPending) continue
    if (usual.length < enough && role === roles[0]) usual.push(email)
    if (place && place.members.length < enough) place.members.push(email)
    const shown = role ?? held
    if (shown !== undefined && !first.has(shown)) first.set(shown, email)
  }
  const personas: Persona[] = [
    { user: admin.email, text: 'the administrator' },
    ...[...first].map(([role, user]) => ({ user, text: `has the role ${role}` })),
  ]
  const own = teams.length > 0 && { teams }
  return { scenario: { ...own, users, personas }, usual, inTeams }
}

/** The same object for the same membership: a crowd of a million has few different ones. */
function sharedMemberships() {
  const known = new Map<string, Readonly<Record<string, string>>>()
  return (team: string, role: string) => {
    const key = `${team} ${role}`
    const found = known.get(key) ?? Object.freeze({ [team]: role })
    known.set(key, found)
    return found
  }
}

/**
 * The roles of the scope that people can be given, the usual one first. The one with most permissions is
 * left to the administrator, unless it is the only one.
 */
function spreadOf({ roles, settings }: Policy, scope: RoleDefinition['scope']): readonly string[] {
  const given = roles
    .filter((role) => role.scope === scope && role.assignable !== false)
    .toSorted((one, other) => reachOf(one) - reachOf(other))
  const greatest = Math.max(...roles.filter((role) => role.scope === scope).map(reachOf))
  const weaker = given.filter((role) => reachOf(role) < greatest)
  const keys = (weaker.length > 0 ? weaker : given).map(({ key }) => key)
  const usual = keys.find((key) => key === settings?.defaultRole) ?? keys[0]
  return usual === undefined ? [] : [usual, ...keys.filter((key) => key !== usual)]
}

/** One of the roles: each is a third as frequent as the one before. */
function pick(roles: readonly string[], random: () => number): string | undefined {
  let at = 0
  while (at < roles.length - 1 && random() < 0.3) at += 1
  return roles[at]
}
