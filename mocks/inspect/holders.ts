import type { Platform } from '../platform/platform.ts'
import type { Policy, RoleDefinition } from '../policy/language/policy.ts'
import type { MemberRecord, RoleRecord, UserRecord } from '../policy/language/records.ts'
import { categoryName, visibleName } from '../policy/language/visible-names.ts'
import type { Resource } from '../policy/world/resources.ts'
import type { World } from '../policy/world/world.ts'

/** An imagined person who holds one role, and otherwise what every member has. */
export interface Holder {
  /** Names the holder in `explain`: the place and the role. */
  readonly id: string
  readonly role: RoleRecord
  /** The place, for people. */
  readonly name: string
  /** What the person holds, in a sentence. */
  readonly text: string
  readonly user: UserRecord
  readonly entry?: MemberRecord
}

/** The holders of each role that counts on a resource: in the organization, in teams, on the project. */
export function holdersFor({ compiled, world }: Platform, resource: Resource): readonly Holder[] {
  const { policy } = compiled
  const base = baseRole(policy)
  const { team, project } = resource.resources
  const teams = typeof team === 'object' ? [team] : teamsOf(policy, world)
  return [...world.roles()].flatMap((role): readonly Holder[] => {
    if (role.scope === 'organization') return [inOrganization(role)]
    if (role.scope === 'team') return teams.map((one) => inTeam(role, one, base))
    return typeof project === 'object' ? [onProject(policy, role, project, base)] : []
  })
}

/** Adds the person and the entry to a state. Pass a fork: the person is imagined. */
export function addHolder({ store }: Platform, { user, entry }: Holder): void {
  store.tables.users.put(user)
  if (entry !== undefined) store.tables.members.put(entry)
}

/** The organization role that new members get; without one, the assignable one with the fewest permissions. */
function baseRole({ roles, settings }: Policy): RoleDefinition | undefined {
  const here = roles.filter(
    ({ scope, assignable = true }) => scope === 'organization' && assignable,
  )
  const reach = ({ permissions }: RoleDefinition) =>
    permissions === '*' ? Infinity : permissions.length
  const [least] = here.toSorted((a, b) => reach(a) - reach(b))
  return here.find(({ key }) => key === settings?.defaultRole) ?? least
}

/** The teams that every deployment has, and the one that new users join: it stands for all others. */
function teamsOf(policy: Policy, world: World) {
  const { defaultTeam } = world.settings
  const keys = new Set(policy.teams.map(({ key }) => key))
  if (defaultTeam !== undefined) keys.add(defaultTeam)
  return [...keys].flatMap((key) => world.team(key) ?? [])
}

function person(id: string, own: Pick<Partial<UserRecord>, 'role' | 'teams'>): UserRecord {
  return {
    id: `holder ${id}`,
    sequence: Number.MAX_SAFE_INTEGER,
    createdAt: new Date(0).toISOString(),
    email: `${id.replaceAll(/[^\w-]/g, '.')}@holder.invalid`,
    name: id,
    type: 'human',
    status: 'active',
    teams: {},
    grants: {},
    paused: false,
    ...own,
  }
}

function inOrganization(role: RoleRecord): Holder {
  const id = `organization/${role.key}`
  const name = visibleName(role)
  const text = `A person with the organization role ${name}, and nothing else.`
  return { id, role, name, text, user: person(id, { role: role.key }) }
}

function inTeam(
  role: RoleRecord,
  team: { readonly key: string; readonly name: string },
  base: RoleDefinition | undefined,
): Holder {
  const id = `${team.key}/${role.key}`
  const own = { teams: { [team.key]: role.key }, ...(base && { role: base.key }) }
  return {
    id,
    role,
    name: `${visibleName(role)} in ${visibleName(team)}`,
    text: `A person with the role ${visibleName(role)} in team ${visibleName(team)}${besides(base)}.`,
    user: person(id, own),
  }
}

function onProject(
  policy: Policy,
  role: RoleRecord,
  project: { readonly key: string; readonly name: string },
  base: RoleDefinition | undefined,
): Holder {
  const { category = 'project' } = role
  const id = `${project.key}.${category}/${role.key}`
  const user = person(id, base ? { role: base.key } : {})
  const where = visibleName(project)
  const kind = category === 'project' ? '' : ` (${categoryName(policy, category)})`
  return {
    id,
    role,
    name: visibleName(role),
    text: `A person with the role ${visibleName(role)}${kind} on ${policy.nouns.project} ${where}${besides(base)}.`,
    user,
    entry: {
      id: `entry of ${id}`,
      sequence: user.sequence,
      createdAt: user.createdAt,
      project: project.key,
      subject: { type: 'user', id: user.id },
      roles: { [category]: role.key },
      rights: [],
      status: 'accepted',
    },
  }
}

const besides = (base: RoleDefinition | undefined): string =>
  base === undefined
    ? ', and nothing else'
    : `, who is otherwise ${visibleName(base)} in the organization`
