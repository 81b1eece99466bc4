import { fieldError } from '../message/field-error.ts'
import { found } from '../state/store.ts'
import { list } from './list.ts'
import { invalid, keyTaken, nothing, resource } from '../platform/reply.ts'
import type { Handlers } from './work.ts'

export const roles: Handlers<
  'roles.list' | 'roles.create' | 'roles.get' | 'roles.update' | 'roles.delete'
> = {
  'roles.list': (work) => {
    const { scope, assignable } = work.input
    return list(work, {
      type: 'role',
      candidates: work.store.tables.roles.all,
      meets: (role) =>
        (scope === undefined || role.scope === scope) &&
        (assignable === undefined || role.assignable === assignable),
    })
  },

  'roles.create': ({ store, world, policy, input }) => {
    const { key, name = key, description, permissions, category } = input
    if (world.role(key) !== undefined) return keyTaken('/key', 'role', key)
    const scope = policy.customRoles ?? 'team'
    if (input.scope !== undefined && input.scope !== scope) {
      return invalid(fieldError('/scope', `must be "${scope}" for custom roles; leave it out.`))
    }
    const role = store.tables.roles.put({
      ...store.birth('role'),
      key,
      name,
      ...(description !== undefined && { description }),
      scope,
      ...(category !== undefined && { category }),
      permissions,
      builtIn: false,
      assignable: true,
    })
    return resource('role', role)
  },

  'roles.get': ({ world, args: [role = ''] }) => resource('role', found(world.role(role))),

  'roles.update': ({ store, world, args: [reference = ''], input }) => {
    const role = found(world.role(reference))
    const { description: current, ...rest } = role
    const { name = role.name, permissions = role.permissions, description = current } = input
    const changed = store.tables.roles.put({
      ...rest,
      name,
      permissions,
      ...(description !== undefined && description !== null && { description }),
    })
    return resource('role', changed)
  },

  'roles.delete': ({ store, world, args: [role = ''] }) => {
    store.tables.roles.delete(found(world.role(role)).id)
    return nothing
  },
}
