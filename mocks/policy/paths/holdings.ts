import { organizationPermitsOf, type Permits, permissionsOf, roleIn } from '../world/permits.ts'
import { keptByState } from '../world/kept.ts'
import { memo } from '../../shared/memo.ts'
import { perPolicy } from '../language/per-policy.ts'
import type { Policy } from '../language/policy.ts'
import { isOpen, pathGroupsInto, type PathGroup } from './paths.ts'
import type { World } from '../world/world.ts'
import type { ProjectRecord, UserRecord } from '../language/records.ts'

/** An open path into a project, or several that are judged together, with all that they give. */
export interface OpenPath {
  /** Whether it leads through the owning team, or through a share that says so. */
  readonly owner: boolean
  readonly permits: readonly Permits[]
}

/** Everything that one person holds in one state of the world. */
export interface Holdings {
  /** What the role held in the organization permits; undefined without one. */
  readonly organization: Permits | undefined
  /** What the role held in the team permits, by the team's key; undefined for who is not in it. */
  inTeam(team: string): Permits | undefined
  /** Keys of the teams that the person is in. */
  readonly teams: readonly string[]
  /** The open paths into the project. */
  into(project: ProjectRecord): readonly OpenPath[]
}

const openPath = (group: PathGroup): OpenPath => {
  const open = group.filter((path) => path.open)
  return { owner: open.some(({ owner }) => owner), permits: open.map(({ permits }) => permits) }
}

const holdingsIn = (policy: Policy, world: World, person: UserRecord): Holdings => {
  const inTeam = new Map<string, Permits>()
  for (const team of Object.keys(person.teams)) {
    const role = roleIn(world, person, team)
    if (role) inTeam.set(team, { always: permissionsOf(role) })
  }
  return {
    organization: organizationPermitsOf(world, person),
    inTeam: (team) => inTeam.get(team),
    teams: [...inTeam.keys()],
    into: memo((project) =>
      pathGroupsInto({ policy, world, person, project }).filter(isOpen).map(openPath),
    ),
  }
}

const holdings = perPolicy((policy: Policy) =>
  keptByState((world) => memo((person: UserRecord) => holdingsIn(policy, world, person))),
)

/** What the person holds: worked out once for each state of the world, and only what is asked of it. */
export const holdingsOf = (policy: Policy, world: World, person: UserRecord): Holdings =>
  holdings(policy)(world)(person)
