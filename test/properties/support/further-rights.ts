import fc, { type Arbitrary } from 'fast-check'
import type { MemberRecord, UserRecord } from '../../../mocks/policy/index.ts'
import { categoriesOf, type Names, namesOn } from './names.ts'
import type { Stage } from './stage.ts'

/** A further right of a user. */
export type Gain =
  | { kind: 'permission'; role: string; permission: string }
  | { kind: 'membership'; team: string; role: string }
  | { kind: 'grant'; grant: string }
  | { kind: 'feature'; feature: string }
  | EntryGain

/** An entry of their own, of one of their teams, or for their address, on a project. */
export interface EntryGain {
  kind: 'entry'
  project: string
  /** A team's key, for the team's entry. */
  of: 'user' | 'email' | { team: string }
  roles: Readonly<Record<string, string>>
  rights: MemberRecord['rights']
  isOwner: boolean
}

const uploadAndDownload: MemberRecord['rights'] = ['upload', 'download']

const ifAny = <T>(items: readonly string[], make: (item: Arbitrary<string>) => T): T[] =>
  items.length === 0 ? [] : [make(fc.constantFrom(...items))]

const defined = (roles: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(roles).flatMap(([category, role]) =>
      role === undefined ? [] : [[category, role]],
    ),
  )

const entryGains = (stage: Stage, names: Names): Arbitrary<EntryGain> => {
  const roles = Object.fromEntries(
    categoriesOf(names).flatMap((category) =>
      ifAny(names.roles[category] ?? [], (role) => [category, role] as const),
    ),
  )
  const of: Arbitrary<EntryGain['of']> = fc.oneof(
    fc.constantFrom('user' as const, 'email' as const),
    ...ifAny(names.teams, (team) => fc.record({ team })),
  )
  return fc.record({
    kind: fc.constant('entry' as const),
    project: fc.constantFrom(...names.projects),
    of,
    roles: fc.record(roles, { requiredKeys: [] }).map(defined),
    rights: fc.subarray(stage.policy.rights ? [...uploadAndDownload] : []),
    isOwner: fc.boolean(),
  })
}

/** Entries that a user may get, on platforms where projects have some that count. */
export function entriesOn(stage: Stage): Arbitrary<EntryGain>[] {
  const counts = stage.policy.sources.project.from.some(
    ({ through }) => through === 'entry' || through === 'team_entry',
  )
  return counts ? [entryGains(stage, namesOn(stage))] : []
}

/** Anything that a user may get. */
export function gainsOn(stage: Stage): Arbitrary<Gain> {
  const names = namesOn(stage)
  const boxes = Object.entries(stage.policy.grants).flatMap(([grant, { in: places }]) =>
    places.includes('organization') ? [grant] : [],
  )
  const gains: Arbitrary<Gain>[] = [
    fc.record({
      kind: fc.constant('permission'),
      role: fc.constantFrom(...[...stage.store.tables.roles].map(({ id }) => id)),
      permission: fc.constantFrom(...names.permissions),
    }),
    ...ifAny(names.teams, (team) =>
      fc.record({
        kind: fc.constant('membership' as const),
        team,
        role: fc.constantFrom(...(names.roles.team ?? [])),
      }),
    ),
    ...ifAny(boxes, (grant) => fc.record({ kind: fc.constant('grant' as const), grant })),
    ...ifAny(names.features, (feature) =>
      fc.record({ kind: fc.constant('feature' as const), feature }),
    ),
    ...entriesOn(stage),
  ]
  return fc.oneof(...gains)
}

const subjectOf = (stage: Stage, user: UserRecord, of: EntryGain['of']) => {
  if (of === 'email') return { type: 'email' as const, id: user.email }
  if (of === 'user') return { type: 'user' as const, id: user.id }
  const team = stage.world.team(of.team)
  return team && { type: 'team' as const, id: team.id }
}

/** Adds the entry, unless its subject has one there; expected ones of a scenario are accepted. */
export function enter(stage: Stage, user: UserRecord, gain: EntryGain): void {
  const { members } = stage.store.tables
  const { project, roles, rights, isOwner } = gain
  const subject = subjectOf(stage, user, gain.of)
  if (!subject || !stage.world.project(project)) return
  if (members.byKey(`${project}/${subject.id}`)) return
  const entry = { ...stage.store.birth('member'), project, subject, roles, rights }
  members.put({ ...entry, status: 'accepted', ...(isOwner && { isOwner }) })
}

/** Gives it to the person, past the API, so that the rules alone are judged. */
export function give(stage: Stage, person: string, gain: Gain): void {
  const { store, world } = stage
  const { users, roles } = store.tables
  const user = world.user(person)
  if (!user) return
  switch (gain.kind) {
    case 'permission': {
      const role = roles.get(gain.role)
      if (!role || role.permissions.includes(gain.permission)) return
      roles.put({ ...role, permissions: [...role.permissions, gain.permission] })
      return
    }
    case 'membership':
      if (Object.hasOwn(user.teams, gain.team) || !world.team(gain.team)) return
      users.put({ ...user, teams: { ...user.teams, [gain.team]: gain.role } })
      return
    case 'grant':
      users.put({ ...user, grants: { ...user.grants, [gain.grant]: true } })
      return
    case 'feature': {
      const { organization } = store
      const { plan } = organization
      if (plan.features.includes(gain.feature)) return
      store.organization = {
        ...organization,
        plan: { ...plan, features: [...plan.features, gain.feature] },
      }
      return
    }
    case 'entry':
      return enter(stage, user, gain)
  }
}
