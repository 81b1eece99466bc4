import fc, { type Arbitrary } from 'fast-check'
import type { NamedType } from '../../../mocks/policy/world/resources.ts'
import { madeKeys, namesOn, stranger } from './names.ts'
import type { Stage } from './stage.ts'

/** A difference of a second world. */
export interface Difference {
  type: NamedType
  /** Id, key or address of what differs. */
  name: string
  /** Whether it is missing in the first world. */
  isNew: boolean
  /** Makes the change, past the API; false where it cannot. */
  make(stage: Stage): boolean
}

const choice = <T>(items: readonly T[]): Arbitrary<T | undefined> =>
  items.length === 0 ? fc.constant(undefined) : fc.constantFrom(...items)

const newProjects = (stage: Stage): Arbitrary<Difference> => {
  const { teams, users } = namesOn(stage)
  return fc
    .record({
      key: fc.constantFrom(...madeKeys),
      team: choice(teams),
      by: fc.constantFrom(...users),
    })
    .map(({ key, team, by }) => ({
      type: 'project',
      name: key,
      isNew: true,
      make: ({ store, world }) => {
        const creator = world.user(by)
        if (!creator || world.project(key)) return false
        const owned = {
          creator: creator.id,
          owner: creator.id,
          ...(team !== undefined && { team }),
        }
        store.tables.projects.put({
          ...store.birth('project'),
          ...owned,
          key,
          name: key,
          tags: [],
          private: true,
        })
        return true
      },
    }))
}

const newUsers = (stage: Stage): Arbitrary<Difference> => {
  const { roles } = namesOn(stage)
  return fc
    .record({ role: choice(roles.organization ?? []), isPending: fc.boolean() })
    .map(({ role, isPending }) => ({
      type: 'user',
      name: stranger,
      isNew: true,
      make: ({ store, world }) => {
        if (world.user(stranger)) return false
        store.tables.users.put({
          ...store.birth('user'),
          email: stranger,
          name: stranger,
          type: 'human',
          status: isPending ? 'pending' : 'active',
          ...(role !== undefined && role !== 'owner' && { role }),
          teams: {},
          grants: {},
          paused: false,
        })
        return true
      },
    }))
}

const newRoles = (stage: Stage): Arbitrary<Difference> =>
  fc
    .record({
      key: fc.constantFrom(...madeKeys),
      permissions: fc.subarray([...namesOn(stage).permissions]),
    })
    .map(({ key, permissions }) => ({
      type: 'role',
      name: key,
      isNew: true,
      make: ({ store, world }) => {
        if (world.role(key)) return false
        store.tables.roles.put({
          ...store.birth('role'),
          key,
          name: key,
          scope: 'team',
          permissions,
          builtIn: false,
          assignable: true,
        })
        return true
      },
    }))

const newTeams: Arbitrary<Difference> = fc.constantFrom(...madeKeys).map((key) => ({
  type: 'team',
  name: key,
  isNew: true,
  make: ({ store, world }) => {
    if (world.team(key)) return false
    store.tables.teams.put({ ...store.birth('team'), key, name: key, builtIn: false })
    return true
  },
}))

/**
 * A user differs: has another role, is paused or not, is invited or not, has another team role or box.
 */
const otherPeople = (stage: Stage): Arbitrary<Difference> => {
  const { users, roles, teams, grants } = namesOn(stage)
  return fc
    .record({
      name: fc.constantFrom(...users),
      role: choice((roles.organization ?? []).filter((role) => role !== 'owner')),
      team: choice(teams),
      roleInTeam: choice(roles.team ?? []),
      grant: choice(grants),
      status: fc.constantFrom('active' as const, 'pending' as const),
      paused: fc.boolean(),
    })
    .map(({ name, role, team, roleInTeam, grant, status, paused }) => ({
      type: 'user',
      name,
      isNew: false,
      make: ({ store, world }) => {
        const user = world.user(name)
        // A helper must stay, and the one owner keeps that role.
        if (!user || user.role === 'owner' || name === 'admin@acme.test') return false
        if (!store.tables.users.get(user.id)) return false
        store.tables.users.put({
          ...user,
          status,
          paused,
          ...(role !== undefined && { role }),
          teams: team === undefined || roleInTeam === undefined ? {} : { [team]: roleInTeam },
          grants: grant === undefined ? {} : { [grant]: true },
        })
        return true
      },
    }))
}

/** The user is paused. */
export const paused = (name: string): Difference => ({
  type: 'user',
  name,
  isNew: false,
  make: ({ store, world }) => {
    const user = world.user(name)
    if (user) store.tables.users.put({ ...user, paused: true })
    return user !== undefined
  },
})

const otherInvitations = (stage: Stage): Arbitrary<Difference> => {
  const { roles, invitations } = namesOn(stage)
  return fc
    .record({
      name: fc.constantFrom(...invitations),
      role: choice(roles.organization ?? []),
      status: fc.constantFrom('pending', 'accepted', 'rejected', 'withdrawn' as const),
    })
    .map(({ name, role, status }) => ({
      type: 'invitation',
      name,
      isNew: false,
      make: ({ store, world }) => {
        const invitation = world.invitation(name)
        if (!invitation) return false
        store.tables.invitations.put({ ...invitation, status, ...(role !== undefined && { role }) })
        return true
      },
    }))
}

/** Differences that may be invisible to somebody; the law asks whether they are. */
export const differencesOn = (stage: Stage): Arbitrary<Difference> =>
  fc.oneof(
    newProjects(stage),
    newUsers(stage),
    otherPeople(stage),
    otherInvitations(stage),
    ...(stage.policy.customRoles ? [newRoles(stage)] : []),
    ...(namesOn(stage).teams.length > 0 ? [newTeams] : []),
  )
