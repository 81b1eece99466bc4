import { unresolved } from '../world/resources.ts'
import { sizeOf } from '../world/size-of.ts'
import type { FactContext } from './fact-context.ts'
import type { DerivedField } from '../language/fields.ts'
import { nextState } from './next-state.ts'
import type { ProjectRecord, TeamRecord, UserRecord } from '../language/records.ts'

type Fact = (context: FactContext) => unknown

const isKnown = <Resource>(resource: Resource): resource is Exclude<Resource, typeof unresolved> =>
  resource !== unresolved

const known = <Resource>(resource: Resource): Exclude<Resource, typeof unresolved> | undefined =>
  isKnown(resource) ? resource : undefined

const count = (items: Iterable<unknown>, noun: string): string => {
  const number = sizeOf(items)
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`
}

const list = (parts: readonly string[]): string => parts.filter(Boolean).join(', ')

const withTeam = ({ resources }: FactContext, use: (team: TeamRecord) => unknown): unknown => {
  const team = known(resources.team)
  return team && use(team)
}

const roleUses: Fact = ({ world, resources }) => {
  const role = known(resources.role)
  if (!role) return ''
  const { key } = role
  const defaults = [...world.teams()].filter((team) => team.defaultRole === key)
  const entries = [...world.projects()].flatMap((project) =>
    [...world.membersOf(project.key)].filter((entry) => Object.values(entry.roles).includes(key)),
  )
  return list([
    count(world.usersWith(key), 'user'),
    count(entries, 'share'),
    count(defaults, 'team default'),
    world.settings.defaultRole === key ? 'the default role' : '',
  ])
}

const teamUses: Fact = (context) =>
  withTeam(context, ({ id, key }) => {
    const owned = new Set([...context.world.projectsOf(key)].map((project) => project.key))
    const shares = [...context.world.entriesOf(id)].filter((entry) => !owned.has(entry.project))
    return list([
      count(context.world.usersIn(key), 'member'),
      count(owned, 'project'),
      count(shares, 'share'),
    ])
  })

const onProject = (context: FactContext, project: ProjectRecord, team: TeamRecord): boolean =>
  [...context.world.entriesOf(team.id)].some((entry) => entry.project === project.key)

type PersonOf = (context: FactContext) => UserRecord | undefined

const user: PersonOf = ({ resources }) => known(resources.user)
const actor: PersonOf = (context) => context.actor

const inTeam =
  (personOf: PersonOf): Fact =>
  (context) => {
    const person = personOf(context)
    return withTeam(context, (team) => person && Object.hasOwn(person.teams, team.key))
  }

const roleInTeam =
  (personOf: PersonOf): Fact =>
  (context) =>
    withTeam(context, ({ key }) => {
      const { teams = {} } = personOf(context) ?? {}
      return Object.hasOwn(teams, key) ? teams[key] : undefined
    })

const isSeedAdmin =
  (personOf: PersonOf): Fact =>
  (context) => {
    const person = personOf(context)
    return person && context.world.settings.admins.includes(person.email)
  }

const isActive =
  (personOf: PersonOf): Fact =>
  (context) =>
    personOf(context)?.status === 'active'

const ownsProject =
  (personOf: PersonOf): Fact =>
  (context) => {
    const person = personOf(context)
    return person && known(context.resources.project)?.owner === person.id
  }

const owns =
  (personOf: PersonOf): Fact =>
  (context) => {
    const person = personOf(context)
    if (!person) return ''
    return count(
      [...context.world.projects()].filter(({ owner }) => owner === person.id),
      'project',
    )
  }

const ownsAny =
  (personOf: PersonOf): Fact =>
  (context) =>
    Boolean(owns(personOf)(context))

/** Computes each derived fact. */
export const derivedFacts: Readonly<Record<DerivedField, Fact>> = {
  'role.uses': roleUses,
  'role.inUse': (context) => Boolean(roleUses(context)),
  'team.uses': teamUses,
  'team.inUse': (context) => Boolean(teamUses(context)),
  'team.isDefault': (context) =>
    withTeam(context, (team) => team.key === context.world.settings.defaultTeam),
  'team.ownsProject': (context) => {
    const project = known(context.resources.project)
    return withTeam(context, (team) => project?.team === team.key)
  },
  'team.onProject': (context) => {
    const project = known(context.resources.project)
    return withTeam(context, (team) => project && onProject(context, project, team))
  },
  'user.inTeam': inTeam(user),
  'user.roleInTeam': roleInTeam(user),
  'user.isSeedAdmin': isSeedAdmin(user),
  'user.isMemberOfOrganization': isActive(user),
  'user.ownsProject': ownsProject(user),
  'user.owns': owns(user),
  'user.ownsAny': ownsAny(user),
  'user.isActor': (context) => {
    const person = user(context)
    return person && person.id === context.actor?.id
  },
  'actor.inTeam': inTeam(actor),
  'actor.roleInTeam': roleInTeam(actor),
  'actor.isSeedAdmin': isSeedAdmin(actor),
  'actor.isMemberOfOrganization': isActive(actor),
  'actor.ownsProject': ownsProject(actor),
  'actor.owns': owns(actor),
  'actor.ownsAny': ownsAny(actor),
  'next.roleInTeam': (context) =>
    withTeam(context, ({ key }) => {
      const { teams } = nextState(context.world, context)
      return Object.hasOwn(teams, key) ? teams[key] : undefined
    }),
}
