import type { Policy, RoleDefinition } from '../policy/language/policy.ts'
import type { Scenario, ScenarioUser } from './scenario.ts'

type Start = Pick<Scenario, 'organization' | 'admins'> & { readonly admin: ScenarioUser }

const admin = { email: 'admin@acme.test', name: 'Acme Admin' }

/**
 * The organization and the administrator with which a scenario of the policy begins. `usual` is the
 * scenario that comes with it, if any, and says who is the most powerful.
 */
export function startOf(policy: Policy, usual?: Scenario): Start {
  const found = usual?.users.find(({ email }) => email === admin.email)
  if (usual === undefined || found === undefined) {
    const organization = { name: 'Acme', plan: { name: 'free', features: [] } }
    return { organization, admin: { ...admin, ...mostOf(policy) } }
  }
  const { teams, ...rest } = found
  const kept = Object.entries(teams ?? {}).filter(([team]) => isOf(policy, team))
  return {
    organization: usual.organization,
    ...(usual.admins && { admins: [admin.email] }),
    admin: { ...rest, ...(kept.length > 0 && { teams: Object.fromEntries(kept) }) },
  }
}

/** One administrator, and nothing else but what the policy brings. */
export function emptyOf(policy: Policy, usual?: Scenario): Scenario {
  const { admin: only, ...start } = startOf(policy, usual)
  return {
    name: 'empty',
    description: 'An organization with one administrator, and nothing else.',
    ...start,
    users: [only],
    personas: [{ user: only.email, text: 'the only user' }],
  }
}

const isOf = ({ teams }: Policy, key: string): boolean => teams.some((team) => team.key === key)

/** The roles with most permissions: that of the organization, and that in each team of the policy. */
function mostOf(policy: Policy): Pick<ScenarioUser, 'role' | 'teams'> {
  const role = greatest(policy, 'organization')
  const held = greatest(policy, 'team')
  const teams = held ? policy.teams.map(({ key }): [string, string] => [key, held.key]) : []
  return {
    ...(role && { role: role.key }),
    ...(teams.length > 0 && { teams: Object.fromEntries(teams) }),
  }
}

const greatest = (policy: Policy, scope: RoleDefinition['scope']): RoleDefinition | undefined =>
  policy.roles
    .filter((role) => role.scope === scope)
    .toSorted((one, other) => reachOf(other) - reachOf(one))[0]

/** The number of permissions that the role gives. */
export const reachOf = ({ permissions }: RoleDefinition): number =>
  permissions === '*' ? Infinity : permissions.length
