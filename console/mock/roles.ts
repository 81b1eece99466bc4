import { useQuery } from '@tanstack/react-query'
import type { Role } from '../../src/index.ts'
import { useActor } from './actor.tsx'
import { usePolicy } from './control-queries.ts'

/** A role as the console shows it. */
export type ShownRole = Pick<Role, 'key' | 'name' | 'scope' | 'assignable' | 'permissions'> & {
  readonly description?: string
  readonly builtIn: boolean
  /** Why nobody can be given it. */
  readonly unassignable?: string
  readonly role?: Role
}

/** Returns the roles that the actor may list, else those that the policy brings. */
export function useRoles(): readonly ShownRole[] {
  const { platform } = useActor()
  const { data: policy } = usePolicy()
  const { data: listed } = useQuery(platform.roles.list.queryOptions({ limit: 200 }))
  const defined = policy?.roles ?? []
  if (listed) {
    return listed.data.map((role) => {
      const text = defined.find(({ key, scope }) => key === role.key && scope === role.scope)
      return {
        ...role,
        role,
        ...(text?.unassignable && { unassignable: text.unassignable.text }),
      }
    })
  }
  return defined.map(
    ({ key, name, scope, description, permissions, assignable = true, unassignable }) => ({
      key,
      name,
      scope,
      assignable,
      builtIn: true,
      permissions: permissions === '*' ? Object.keys(policy?.permissions ?? {}) : [...permissions],
      ...(description !== undefined && { description }),
      ...(unassignable && { unassignable: unassignable.text }),
    }),
  )
}

/** The name of a role that is held in a place, by its key. */
export const roleName = (
  roles: readonly ShownRole[],
  key: string | undefined,
  scope: Role['scope'],
): string =>
  key === undefined
    ? ''
    : (roles.find((role) => role.key === key && role.scope === scope)?.name ?? key)
