import { organizationPermitsOf, type Permits, permissionsOf, roleIn } from '../world/permits.ts'
import { perState } from '../world/per-state.ts'
import { memo } from '../../shared/memo.ts'
import { perPolicy } from '../language/per-policy.ts'
import type { Policy } from '../language/policy.ts'
import { isOpen, pathGroupsInto, type PathGroup } from './paths.ts'
import type { World } from '../world/world.ts'
import type { ProjectRecord, UserRecord } from '../language/records.ts'

/** An open path into a project, or several that are judged together. */
export interface OpenPath {
  /** Whether it leads through an owner's entry. */
  readonly owner: boolean
  readonly permits: readonly Permits[]
}

/** The permissions of one person in one state of the world. */
export interface Holdings {
  /** By the organization role; undefined without one. */
  readonly organization: Permits | undefined
  /** By the role in the team with this key; undefined for a person who is not in it. */
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
  perState((world) => memo((person: UserRecord) => holdingsIn(policy, world, person))),
)

/** The person's holdings, computed once per state of the world, and lazily for each project. */
export const holdingsOf = (policy: Policy, world: World, person: UserRecord): Holdings =>
  holdings(policy)(world)(person)
