import { type Things, unknown } from './call.ts'
import type { Condition } from './condition.ts'
import { memo } from './memo.ts'
import { nextState } from './next-state.ts'
import type { ProjectRecord, TeamRecord, UserRecord, World } from './world.ts'

/** What a condition or a text may speak of. */
export interface FactContext {
  world: World
  things: Things
  /** The body or query of the call. */
  input: Readonly<Record<string, unknown>> | undefined
  /** The value in the body that the change at hand is about. */
  value?: unknown
  /** The one who calls, for effects alone: what is refused and asked never depends on it. */
  actor?: UserRecord | undefined
}

type Fact = (context: FactContext) => unknown

const isKnown = <Thing>(thing: Thing): thing is Exclude<Thing, typeof unknown> => thing !== unknown

const known = <Thing>(thing: Thing): Exclude<Thing, typeof unknown> | undefined =>
  isKnown(thing) ? thing : undefined

const count = (items: Iterable<unknown>, noun: string): string => {
  const number = [...items].length
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`
}

const list = (parts: readonly string[]): string => parts.filter(Boolean).join(', ')

const withTeam = ({ things }: FactContext, use: (team: TeamRecord) => unknown): unknown => {
  const team = known(things.team)
  return team && use(team)
}

const roleUses: Fact = ({ world, things }) => {
  const role = known(things.role)
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

const ownedBy: Fact = ({ world, things }) => {
  const user = known(things.user)
  if (!user) return ''
  return count(
    [...world.projects()].filter(({ owner }) => owner === user.id),
    'project',
  )
}

const onProject = (context: FactContext, project: ProjectRecord, team: TeamRecord): boolean =>
  [...context.world.entriesOf(team.id)].some((entry) => entry.project === project.key)

const facts: Record<string, Fact> = {
  'role.uses': roleUses,
  'role.inUse': (context) => Boolean(roleUses(context)),
  'team.uses': teamUses,
  'team.inUse': (context) => Boolean(teamUses(context)),
  'team.isDefault': (context) =>
    withTeam(context, (team) => team.key === context.world.settings.defaultTeam),
  'team.ownsProject': (context) => {
    const project = known(context.things.project)
    return withTeam(context, (team) => project?.team === team.key)
  },
  'team.onProject': (context) => {
    const project = known(context.things.project)
    return withTeam(context, (team) => project && onProject(context, project, team))
  },
  'user.inTeam': (context) => {
    const user = known(context.things.user)
    return withTeam(context, (team) => user && Object.hasOwn(user.teams, team.key))
  },
  'user.isSeedAdmin': ({ world, things }) => {
    const user: UserRecord | undefined = known(things.user)
    return user && world.settings.admins.includes(user.email)
  },
  'user.isMemberOfOrganization': ({ things }) => {
    const user = known(things.user)
    return user?.status === 'active'
  },
  'user.ownsProject': ({ things }) => {
    const user = known(things.user)
    return user && known(things.project)?.owner === user.id
  },
  'user.owns': ownedBy,
  'user.ownsAny': (context) => Boolean(ownedBy(context)),
}

/** Facts that count things which the call does not name. */
export const countingFacts: ReadonlySet<string> = new Set([
  'role.uses',
  'role.inUse',
  'team.uses',
  'team.inUse',
  'user.owns',
  'user.ownsAny',
])

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined

const placeOf = memo((field: string) => {
  const [root = '', ...path] = field.split('.')
  return { root, path }
})

const rootOf = (context: FactContext, name: string): unknown => {
  switch (name) {
    case 'input':
    case 'value':
    case 'actor':
      return context[name]
    case 'next':
      return nextState(context.world, context)
    case 'settings':
    case 'organization':
      return context.world[name]
    default:
      return property(context.things, name)
  }
}

/** The value of a dotted field; undefined for what is not there. */
export const fact = (context: FactContext, field: string): unknown => {
  const derived = Object.hasOwn(facts, field) ? facts[field] : undefined
  if (derived) return derived(context)
  const { root, path } = placeOf(field)
  return path.reduce<unknown>(property, rootOf(context, root))
}

/** Whether a condition holds now. A field that is not there counts as null. */
export const holds = (context: FactContext, condition: Condition): boolean => {
  if ('all' in condition) return condition.all.every((part) => holds(context, part))
  if ('any' in condition) return condition.any.some((part) => holds(context, part))
  if ('not' in condition) return !holds(context, condition.not)
  const value = fact(context, condition.field) ?? null
  return Array.isArray(condition.is)
    ? condition.is.some((item) => item === value)
    : condition.is === value
}

const placeholder = /\{([\w.]+)\}/g

/** The fields that a text is filled with. */
export const fieldsInText = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].flatMap(([, field]) => field ?? [])

/** Fills `{role.key}` and the like into a text. */
export const fill = (context: FactContext, text: string): string =>
  text.replace(placeholder, (_, field: string) => String(fact(context, field) ?? 'unknown'))
