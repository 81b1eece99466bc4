import { inEntry, inOrganization, inTeam, isHeldIn } from '../policy/world/roles.ts'
import type { RolePlace } from '../policy/world/world.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { RoleRecord } from '../policy/language/records.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { didYouMean } from '../shared/nearest.ts'
import type { SnapshotState } from './snapshot.ts'

/** A place of a state that does not fit its policy, or the rest of the state. */
export interface Misfit {
  /** Such as `users[3].teams.support`. */
  readonly at: string
  /** The record at the place, by the name that people see. */
  readonly of?: string
  /** Follows the place: `names the team "support", which does not exist.` */
  readonly text: string
}

type Records = Omit<SnapshotState, 'seed' | 'settings' | 'counters'>

/** Finds what records name that does not exist, and what the policy does not have. */
export function* misfits(records: Records, policy: Policy): Generator<Misfit> {
  for (const misfit of misfitsIn(records, policy)) {
    const of = nameAt(records, misfit.at)
    yield { ...misfit, ...(of !== undefined && { of }) }
  }
}

/** The e-mail address, key or name of the record at a place. */
function nameAt(records: Records, at: string): string | undefined {
  const [, list = '', index = ''] = /^(\w+)\[(\d+)\]/.exec(at) ?? []
  const all: unknown = Reflect.get(records, list)
  const record: unknown = Array.isArray(all) ? all[Number(index)] : undefined
  if (!isRecord(record)) return undefined
  const name = [record.email, record.key, record.name].find((one) => typeof one === 'string')
  return typeof name === 'string' ? name : undefined
}

function* misfitsIn(records: Records, policy: Policy): Generator<Misfit> {
  const names = namesIn(records, policy)
  const { owner } = records.organization
  if (owner !== undefined) yield* names.user(owner, 'organization.owner')
  for (const [at, role] of placed('roles', records.roles)) yield* ofRole(role, at, policy)
  for (const [at, team] of placed('teams', records.teams)) {
    if (team.defaultRole !== undefined)
      yield* names.role(team.defaultRole, inTeam, `${at}.defaultRole`)
  }
  for (const [at, user] of placed('users', records.users)) {
    if (user.role !== undefined) yield* names.role(user.role, inOrganization, `${at}.role`)
    for (const [team, role] of Object.entries(user.teams)) {
      yield* names.team(team, `${at}.teams`)
      yield* names.role(role, inTeam, `${at}.teams.${team}`)
    }
    for (const grant of Object.keys(user.grants)) yield* names.grant(grant, `${at}.grants`)
  }
  for (const [at, key] of placed('keys', records.keys)) yield* names.user(key.user, `${at}.user`)
  for (const [at, one] of placed('invitations', records.invitations)) {
    yield* names.role(one.role, inOrganization, `${at}.role`)
  }
  for (const [at, token] of placed('tokens', records.tokens)) {
    yield* names.user(token.creator, `${at}.creator`)
  }
  for (const [at, project] of placed('projects', records.projects)) {
    if (project.team !== undefined) yield* names.team(project.team, `${at}.team`)
    if (project.owner !== undefined) yield* names.user(project.owner, `${at}.owner`)
    yield* names.user(project.creator, `${at}.creator`)
  }
  for (const [at, member] of placed('members', records.members)) {
    yield* names.project(member.project, `${at}.project`)
    const { type, id } = member.subject
    if (type === 'user') yield* names.user(id, `${at}.subject.id`)
    if (type === 'team') yield* names.teamId(id, `${at}.subject.id`)
    for (const [category, role] of Object.entries(member.roles)) {
      yield* names.role(role, inEntry(policy, category), `${at}.roles.${category}`)
    }
    for (const grant of Object.keys(member.grants ?? {})) yield* names.grant(grant, `${at}.grants`)
  }
  for (const [at, artifact] of placed('artifacts', records.artifacts)) {
    if (artifact.project !== null) yield* names.project(artifact.project, `${at}.project`)
    for (const key of artifact.attachedTo ?? []) yield* names.project(key, `${at}.attachedTo`)
    yield* names.kind(artifact.kind, `${at}.kind`)
    yield* names.user(artifact.creator, `${at}.creator`)
  }
}

function* placed<T>(name: string, list: readonly T[]): Generator<[at: string, item: T]> {
  for (const [index, item] of list.entries()) yield [`${name}[${index}]`, item]
}

function* ofRole(role: RoleRecord, at: string, policy: Policy): Generator<Misfit> {
  const { builtIn, key, scope, permissions, grants = {}, afterRevocation = {} } = role
  const isKnown = policy.roles.some((known) => known.key === key && known.scope === scope)
  if (builtIn && !isKnown) {
    yield { at, text: `is the built-in role ${key}. ${policy.name} has none in a ${scope}.` }
  }
  if (!builtIn && scope !== policy.customRoles) {
    yield { at, text: `is the custom role ${key}. ${policy.name} has none in a ${scope}.` }
  }
  const known = new Set(Object.keys(policy.permissions))
  const lists = [permissions, ...Object.values(grants), ...Object.values(afterRevocation)]
  for (const permission of lists.flat()) {
    yield* missing('permission', permission, `${at}.permissions`, known)
  }
}

function* missing(
  what: string,
  name: string,
  at: string,
  known: ReadonlySet<string>,
): Generator<Misfit> {
  if (known.has(name)) return
  yield { at, text: `names the ${what} "${name}", which does not exist.${didYouMean(name, known)}` }
}

/** Checks of names, by what they name. */
function namesIn(records: Records, policy: Policy) {
  const setOf = <T>(list: readonly T[], key: (item: T) => string) => new Set(list.map(key))
  const users = setOf([...records.users, ...records.former], ({ id }) => id)
  const teams = setOf(records.teams, ({ key }) => key)
  const teamIds = setOf(records.teams, ({ id }) => id)
  const projects = setOf(records.projects, ({ key }) => key)
  const grants = new Set(Object.keys(policy.grants))
  const kinds = new Set(Object.keys(policy.kinds))
  const byKey = Map.groupBy(records.roles, ({ key }) => key)
  return {
    user: (id: string, at: string) => missing('user', id, at, users),
    team: (key: string, at: string) => missing('team', key, at, teams),
    teamId: (id: string, at: string) => missing('team', id, at, teamIds),
    project: (key: string, at: string) => missing('project', key, at, projects),
    grant: (key: string, at: string) => missing('grant', key, at, grants),
    kind: (key: string, at: string) => missing('kind', key, at, kinds),
    *role(key: string, place: RolePlace, at: string): Generator<Misfit> {
      const named = byKey.get(key)
      if (named === undefined) yield* missing('role', key, at, new Set(byKey.keys()))
      else if (!named.some((role) => isHeldIn(role, place))) {
        const where = place.scope === 'project' ? `category ${place.category}` : `a ${place.scope}`
        yield { at, text: `names the role "${key}", which is not held in ${where}.` }
      }
    },
  }
}
