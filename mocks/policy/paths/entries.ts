import { permitsOfEntry } from './entry-permits.ts'
import { categoriesIn, inEntry, isHeldIn } from '../world/roles.ts'
import { EntryGrant, EntryRight } from '../assignments/entry-flags.ts'
import { EntryRole } from '../assignments/entry-role.ts'
import { givenByRole } from '../assignments/giving.ts'
import { AcceptedEntry } from '../assignments/membership.ts'
import { judgedIn, type Option, type Prerequisite } from '../assignments/prerequisite.ts'
import { TeamRole } from '../assignments/team.ts'
import { fixedPath, nothingPermitted, type Path, type Setting } from './path.ts'
import type { MemberRecord } from '../language/records.ts'

/** The roles of the person's own entry, by category. */
const rolesOfOwnEntry = ({ policy, person: user, project }: Setting): readonly EntryRole[] => {
  const categories = categoriesIn(policy)
  return (categories.length === 0 ? ['project'] : categories).map((category) => {
    const rolePlace = inEntry(policy, category)
    return new EntryRole({ user, project, category, rolePlace })
  })
}

const givenByOwnEntry = (setting: Setting, permission: string): readonly Option[] => {
  const { policy, world, person: user, project } = setting
  const rights = (['upload', 'download'] as const)
    .filter((right) => policy.rights?.[right] === permission)
    .map((right) => [judgedIn(world, { assignment: new EntryRight({ user, project, right }) })])
  const grantOf = (grant: string) => new EntryGrant({ user, project, grant })
  const roles = rolesOfOwnEntry(setting).flatMap((assignment) => {
    const ofCategory = [...world.roles()].filter((role) => isHeldIn(role, assignment.rolePlace))
    return givenByRole(world, assignment, ofCategory, permission, grantOf)
  })
  return [...rights, ...roles]
}

/** The path through the person's own entry. If the entry is missing, a remedy can add it. */
const throughOwnEntry = (setting: Setting, entry: MemberRecord | undefined): Path => {
  return {
    open: entry !== undefined,
    owner: false,
    permits: entry ? permitsOfEntry(setting, entry) : nothingPermitted,
    couldGive: (permission) => givenByOwnEntry(setting, permission),
    couldOpen: () =>
      rolesOfOwnEntry(setting)
        .slice(0, 1)
        .map((assignment) => [judgedIn(setting.world, { assignment, fits: () => true })]),
  }
}

/** The path through an entry that waits for its person's answer, or has it. */
const throughAnswer = (setting: Setting, entry: MemberRecord): Path => {
  const { world, person: user, project } = setting
  const permits = permitsOfEntry(setting, entry)
  if (entry.status !== 'pending') return fixedPath(entry.status === 'accepted', permits)
  const accepting = (): Prerequisite =>
    judgedIn(world, { assignment: new AcceptedEntry({ user, project, entry }) })
  return {
    open: false,
    owner: false,
    permits,
    couldGive: (permission) => (permits.always.has(permission) ? [[accepting()]] : []),
    couldOpen: () => [[accepting()]],
  }
}

/** The path through a team's entry, open to the team's members. */
const throughTeamsEntry = (setting: Setting, entry: MemberRecord): Path | undefined => {
  const { world, person, project } = setting
  const team = world.team(entry.subject.id)
  if (!team || entry.status !== 'accepted') return undefined
  const permits = permitsOfEntry(setting, entry)
  const joining = (): Prerequisite =>
    judgedIn(world, {
      assignment: new TeamRole({ user: person, team }),
      fits: () => true,
      joins: project,
    })
  return {
    open: Object.hasOwn(person.teams, team.key),
    owner: false,
    permits,
    couldGive: (permission) => (permits.always.has(permission) ? [[joining()]] : []),
    couldOpen: () => [[joining()]],
  }
}

/** The paths through entries for the person, for their address, and for teams. */
export const throughEntries = (
  setting: Setting,
  entries: readonly MemberRecord[],
): readonly Path[] => {
  const { id, email } = setting.person
  const own = entries.find(({ subject }) => subject.id === id)
  const others = entries.flatMap(
    (entry) =>
      (entry.subject.id === email
        ? throughAnswer(setting, entry)
        : throughTeamsEntry(setting, entry)) ?? [],
  )
  // A remedy does not change a pending or rejected entry: its person accepts it, or it is removed and added again.
  const isUnaccepted = own && own.status !== 'accepted'
  return [isUnaccepted ? throughAnswer(setting, own) : throughOwnEntry(setting, own), ...others]
}
