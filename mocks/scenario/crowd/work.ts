import { operationsOn } from '../../generated/contract.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { categoriesIn } from '../../policy/world/roles.ts'
import { projectAt } from './names.ts'
import type { CrowdPeople } from './people.ts'
import { reachOf } from '../../policies/empty.ts'
import type { Scenario, ScenarioMember, ScenarioProject } from '../../policies/scenario.ts'

/** The most people that share a project beside its creator. */
const mostShared = 6

/** Makes the projects of a crowd, and their entries. */
export function workOf(
  policy: Policy,
  people: CrowdPeople,
  count: number,
  random: () => number,
): Pick<Scenario, 'projects' | 'members'> {
  const change = policy.changes[operationsOn.project.create]
  if (change === undefined) return {}
  const { required = [], keys = {} } = change
  const isOfTeam = required.includes('team')
  const projects: ScenarioProject[] = []
  const members: ScenarioMember[] = []
  const admin = people.scenario.users[0]?.email ?? ''
  for (let index = 0; index < count; index += 1) {
    const { key, name } = projectAt(index)
    const home = isOfTeam ? one(people.inTeams, random) : undefined
    if (isOfTeam && home === undefined) break
    const creator = one(home?.members ?? people.usual, random) ?? admin
    projects.push({
      key,
      name,
      creator,
      ...(home && { team: home.team }),
      ...(Object.hasOwn(keys, 'private') && random() < 0.7 && { private: true }),
    })
    for (const subject of sharedWith(policy, people, creator, random)) {
      members.push({
        project: key,
        subject: { type: 'user', id: subject },
        roles: rolesIn(policy, random),
      })
    }
  }
  return { projects, ...(members.length > 0 && { members }) }
}

const one = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)]

/** People who share a project. Where only teams can, nobody does. */
function sharedWith(
  policy: Policy,
  { usual }: CrowdPeople,
  creator: string,
  random: () => number,
): ReadonlySet<string> {
  const shared = new Set<string>()
  const isOffered = policy.changes[operationsOn.member.create] !== undefined
  if (!isOffered || !policy.roles.some(({ scope }) => scope === 'project')) return shared
  for (let left = Math.floor(random() * mostShared); left > 0; left -= 1) {
    const email = one(usual, random)
    if (email !== undefined && email !== creator) shared.add(email)
  }
  return shared
}

/** A role of about the same reach in each category. */
function rolesIn(policy: Policy, random: () => number): Readonly<Record<string, string>> {
  const reach = 0.4 + 0.6 * random() ** 2
  return Object.fromEntries(
    categoriesIn(policy).flatMap((category): (readonly [string, string])[] => {
      const roles = policy.roles
        .filter((role) => role.scope === 'project' && (role.category ?? 'project') === category)
        .filter(({ assignable }) => assignable !== false)
        .toSorted((a, b) => reachOf(a) - reachOf(b))
      const role = roles[Math.floor(reach * roles.length)]
      return role ? [[category, role.key]] : []
    }),
  )
}
