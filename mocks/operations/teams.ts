import { found } from '../state/store.ts'
import { list } from './list.ts'
import { keyTaken, nothing, resource } from '../platform/reply.ts'
import type { Handlers } from './work.ts'

export const teams: Handlers<
  'teams.list' | 'teams.create' | 'teams.get' | 'teams.update' | 'teams.delete'
> = {
  'teams.list': (work) =>
    list(work, {
      type: 'team',
      candidates: work.store.tables.teams.all,
    }),

  'teams.create': ({ store, world, input }) => {
    const { key, name = key } = input
    if (world.team(key) !== undefined) return keyTaken('/key', 'team', key)
    const defaultRole = roleKey(world, input.defaultRole)
    const team = store.tables.teams.put({
      ...store.birth('team'),
      key,
      name,
      ...(defaultRole !== undefined && { defaultRole }),
      builtIn: false,
    })
    return resource('team', team)
  },

  'teams.get': ({ world, args: [team = ''] }) => resource('team', found(world.team(team))),

  'teams.update': ({ store, world, args: [reference = ''], input }) => {
    const team = found(world.team(reference))
    const { defaultRole: current, ...rest } = team
    const { name = team.name } = input
    const defaultRole =
      input.defaultRole === undefined ? current : roleKey(world, input.defaultRole ?? undefined)
    const changed = store.tables.teams.put({
      ...rest,
      name,
      ...(defaultRole !== undefined && { defaultRole }),
    })
    return resource('team', changed)
  },

  'teams.delete': ({ store, world, args: [reference = ''] }) => {
    const { id, key } = found(world.team(reference))
    const { teams, users, members, projects } = store.tables
    for (const user of [...users.where('team', key)]) {
      const { [key]: _, ...others } = user.teams
      users.put({ ...user, teams: others })
    }
    for (const entry of [...members.where('subject', id)]) members.delete(entry.id)
    for (const project of [...projects.where('team', key)]) {
      const { team: _, ...others } = project
      projects.put(others)
    }
    teams.delete(id)
    return nothing
  },
}

/** Stores roles by key. */
const roleKey = (
  world: { role(reference: string): { readonly key: string } | undefined },
  reference: string | undefined,
): string | undefined => (reference === undefined ? undefined : found(world.role(reference)).key)
