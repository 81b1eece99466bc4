import { Trie } from '../../shared/memo.ts'
import type { Assignment, AssignmentChange } from '../assignments/assignment.ts'
import { overlay } from '../assignments/overlay.ts'
import type { Prerequisite } from '../assignments/prerequisite.ts'
import { inTeamOf, onProject, theOrganization, type Where } from '../assignments/where.ts'
import type { MemberRecord, UserRecord } from '../language/records.ts'
import { isActiveMember } from '../world/membership.ts'
import {
  organizationPermitsOf,
  organizationRoleOf,
  permissionsOf,
  roleIn,
} from '../world/permits.ts'
import { perState } from '../world/per-state.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { Reader } from '../world/reader.ts'
import type { World } from '../world/world.ts'
import type { Plan } from './plan.ts'
import { countsOnProjects } from './counts-on-projects.ts'
import { DisclosedGains } from './disclosed-gains.ts'
import { gainsOnProjects, type Progress } from './project-gains.ts'

/** Permissions that a remedy gives a user in one place. */
export interface Gain {
  readonly user: UserRecord
  readonly where: Where
  /** The id of the place. */
  readonly place: string
  readonly permissions: readonly string[]
  /** Whether what gives them in the organization counts on every project too. */
  readonly countsOnProjects?: boolean
}

const nothing: ReadonlySet<string> = new Set()

type Found = Omit<Gain, 'user'>

const gainsInOrganization = (
  { policy, before, after, was, is }: Progress,
  may: DisclosedGains,
): readonly Found[] => {
  const held = (was && organizationPermitsOf(before, was)?.always) ?? nothing
  const gained = (organizationPermitsOf(after, is)?.always ?? nothing).difference(held)
  const roles = [was && organizationRoleOf(before, was), organizationRoleOf(after, is)]
  if (gained.size === 0 || !may.roles(...roles)) return []
  const place = after.organization.id
  const found = { where: theOrganization, place, permissions: [...gained] }
  return [{ ...found, countsOnProjects: countsOnProjects(policy, gained) }]
}

const gainsInTeams = (
  { before, after, was, is }: Progress,
  may: DisclosedGains,
): readonly Found[] =>
  Object.keys(is.teams).flatMap((key): Found[] => {
    const team = after.team(key)
    const role = roleIn(after, is, key)
    const former = was && roleIn(before, was, key)
    if (!team || !role || role === former) return []
    const gained = permissionsOf(role).difference(former ? permissionsOf(former) : nothing)
    if (gained.size === 0 || !may.team(key) || !may.roles(role, former)) return []
    return [{ where: inTeamOf(team), place: team.id, permissions: [...gained] }]
  })

const gainsOf = (progress: Progress, may: DisclosedGains): readonly Found[] => {
  const { before, after } = progress
  // Entries that the remedy makes or changes are named in its calls.
  const isKnown = (entry: MemberRecord): boolean =>
    before.member(entry.id) !== after.member(entry.id) || may.entry(entry)
  const onProjects = gainsOnProjects(progress, isKnown)
    .filter(({ project, roles }) => may.project(project) && may.roles(...roles))
    .map(({ project, permissions }) => ({
      where: onProject(project),
      place: project.id,
      permissions,
    }))
    .toSorted((one, other) => other.permissions.length - one.permissions.length)
  return [...gainsInOrganization(progress, may), ...gainsInTeams(progress, may), ...onProjects]
}

const placeOf = ({ organization }: World, { project, team }: Assignment): string =>
  (project ?? team ?? organization).id

const makeGains = (
  context: PolicyContext,
  reader: Reader,
  changes: readonly AssignmentChange[],
): readonly Gain[] => {
  const { judge, world: before } = context
  const after = overlay(before, changes)
  const named = new Set(changes.map(({ assignment }) => placeOf(before, assignment)))
  const ids = new Set(changes.flatMap(({ assignment }) => assignment.user?.id ?? []))
  return [...ids].flatMap((id) => {
    const now = before.user(id)
    const is = after.user(id)
    if (!is) return []
    // A user who is pending or paused holds nothing until that ends.
    const isAdmitted = isActiveMember(is) && !(now && isActiveMember(now))
    const progress = { policy: judge.policy, before, after, is, was: isAdmitted ? undefined : now }
    const may = new DisclosedGains(context, reader, { user: is, named })
    return gainsOf(progress, may).map((gain) => ({ ...gain, user: is }))
  })
}

const gains = perState(() => new Trie<readonly Gain[]>())

/** The permissions that the changes give, by user and place. Computed once per state of the world. */
const givenBy = (
  context: PolicyContext,
  reader: Reader,
  changes: readonly AssignmentChange[],
): readonly Gain[] => {
  const made = changes.flatMap(({ assignment, role }) => [assignment.key, role])
  const place = gains(context.world).at(context.judge).at(reader).along(made)
  place.value ??= makeGains(context, reader, changes)
  return place.value
}

const wantedIn = (world: World, unmet: readonly Prerequisite[]): ReadonlySet<string> =>
  new Set(
    unmet.flatMap(({ assignment, joins, wanted }) =>
      wanted === undefined ? [] : `${joins?.id ?? placeOf(world, assignment)} ${wanted}`,
    ),
  )

/**
 * What the plan gives beyond what the call needs, where its reader may see it: the organization first,
 * then teams, then projects, those with most permissions first.
 */
export const gainsBeyond = (
  context: PolicyContext,
  reader: Reader,
  { changes, unmet }: Plan,
): readonly Gain[] => {
  const wanted = wantedIn(context.world, unmet)
  return givenBy(context, reader, changes).flatMap((gain) => {
    const permissions = gain.permissions.filter((one) => !wanted.has(`${gain.place} ${one}`))
    return permissions.length === 0 ? [] : [{ ...gain, permissions }]
  })
}
