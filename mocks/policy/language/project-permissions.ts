import { perPolicy } from './per-policy.ts'
import type { Policy } from './policy.ts'
import { isProjectScope, leavesOf } from './requirement.ts'

/** The permissions that count on projects: of project roles, of rights, and those that rules ask for on projects. */
const permissionsOn = perPolicy((policy: Policy): ReadonlySet<string> => {
  const { permissions, roles, rights = {}, rules, visibility } = policy
  const ofRoles = roles
    .filter(({ scope }) => scope === 'project')
    .flatMap((role) => (role.permissions === '*' ? Object.keys(permissions) : role.permissions))
  const asked = [...Object.values(rules), ...Object.values(visibility)]
    .flatMap(({ require }) => leavesOf(require))
    .flatMap((leaf) => ('permission' in leaf && isProjectScope(leaf.in) ? [leaf.permission] : []))
  return new Set([...ofRoles, ...Object.values(rights), ...asked])
})

/**
 * Whether one of the permissions counts on projects. In a policy that does not tell which ones do,
 * every permission does.
 */
export const reachesProjects = (policy: Policy, permissions: readonly string[]): boolean => {
  const counted = permissionsOn(policy)
  return counted.size === 0
    ? permissions.length > 0
    : permissions.some((permission) => counted.has(permission))
}
