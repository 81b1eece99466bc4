import { inOrganization } from '../policy/world/roles.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { commonTo } from '../state/common.ts'
import { listedAlone } from '../state/listing.ts'
import { found, type Store } from '../state/store.ts'
import { list } from './list.ts'
import { changeMemberships } from './memberships.ts'
import { mergePatch } from './merge-patch.ts'
import { addUser, removeUser, nameFrom } from '../state/people.ts'
import { keyTaken, nothing, resource } from '../platform/reply.ts'
import { makeServiceKey } from '../state/tokens.ts'
import type { Handlers } from './work.ts'
import { lowerCase } from '../shared/lower-case.ts'

export const users: Handlers<
  'users.list' | 'users.create' | 'users.me' | 'users.get' | 'users.update' | 'users.remove'
> = {
  'users.list': (work) => {
    const { store, world } = work
    const { team, role, status, type, email } = work.input
    const teamKey = team === undefined ? undefined : found(world.team(team)).key
    const roleKey = role === undefined ? undefined : found(world.role(role)).key
    const table = store.tables.users
    const lists = [
      ...(email === undefined ? [] : [listedAlone(table.byKey(lowerCase(email)))]),
      ...(teamKey === undefined ? [] : [table.where('team', teamKey)]),
      ...(roleKey === undefined ? [] : [table.where('role', roleKey)]),
      ...(status === undefined ? [] : [table.where('status', status)]),
      ...(type === undefined ? [] : [table.where('type', type)]),
    ].toSorted((one, other) => one.size - other.size)
    const [shortest = table.all, ...others] = lists
    return list(work, { type: 'user', candidates: commonTo(shortest, ...others) })
  },

  'users.create': ({ store, world, input }) => {
    const { type = 'human', role, teams = {} } = input
    const email = lowerCase(input.email)
    if (world.user(email) !== undefined) return keyTaken('/email', 'user', email)
    const user = addUser(store, {
      email,
      name: input.name ?? nameFrom(email),
      type,
      status: 'active',
      ...(role !== undefined && { role: found(world.role(role, inOrganization)).key }),
      teams: changeMemberships(world, {}, teams),
      grants: {},
      paused: false,
    })
    if (type === 'human') return resource('user', user)
    return resource('user', user, { apiKey: makeServiceKey(store, user.id) })
  },

  'users.me': ({ actor }) => resource('user', actor),

  'users.get': ({ world, args: [user = ''] }) => resource('user', found(world.user(user))),

  'users.update': ({ store, world, args: [reference = ''], input }) => {
    const user = found(world.user(reference))
    const { name = user.name, role, teams = {}, grants = {}, paused = user.paused } = input
    const changed = store.tables.users.put({
      ...user,
      name,
      ...(role !== undefined && { role: found(world.role(role, inOrganization)).key }),
      teams: changeMemberships(world, user.teams, teams),
      grants: mergePatch(user.grants, grants),
      ...revocations(store, user, grants),
      paused,
    })
    return resource('user', changed)
  },

  'users.remove': ({ store, world, args: [reference = ''] }) => {
    removeUser(store, found(world.user(reference)))
    return nothing
  },
}

/** Notes when a grant was unticked: its permissions may stay for older resources. */
function revocations(
  { nextSequence }: Store,
  { grants, revoked }: UserRecord,
  changes: Readonly<Record<string, true | null>>,
): Pick<UserRecord, 'revoked'> {
  const unticked = Object.keys(grants).filter((grant) => changes[grant] === null)
  if (unticked.length === 0) return {}
  const now = unticked.map((grant): [string, number] => [grant, nextSequence])
  return { revoked: { ...revoked, ...Object.fromEntries(now) } }
}
