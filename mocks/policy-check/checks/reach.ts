import type { Policy, RoleDefinition } from '../../policy/language/policy.ts'
import { inEntry } from '../../policy/world/roles.ts'
import {
  isProjectScope,
  type PermissionRequirement,
  type Scope,
} from '../../policy/language/requirement.ts'
import type { Finding } from '../problem.ts'
import { leavesIn } from '../../policy/language/placed.ts'

/** Finds permissions that are required in a scope where no role can give them. */
export const reachProblems = (policy: Policy): readonly Finding[] =>
  leavesIn(policy).flatMap(({ at, requirement }) =>
    'permission' in requirement &&
    Object.hasOwn(policy.permissions, requirement.permission) &&
    !isReachable(policy, requirement)
      ? [unreachable(at, requirement)]
      : [],
  )

function isReachable(policy: Policy, { permission, in: scope }: PermissionRequirement): boolean {
  if (isProjectScope(scope)) return isGivenOnProjects(policy, permission)
  return isGivenBy(policy, permission, scope === 'organization' ? 'organization' : 'team')
}

const contains = ({ permissions, grants = {} }: RoleDefinition, permission: string): boolean =>
  permissions === '*' ||
  permissions.includes(permission) ||
  Object.values(grants).some((given) => given.includes(permission))

/** Whether a role of the scope gives the permission, or a custom role may. */
export const isGivenBy = (
  { roles, customRoles }: Policy,
  permission: string,
  scope: RoleDefinition['scope'],
): boolean =>
  customRoles === scope || roles.some((role) => role.scope === scope && contains(role, permission))

const isGivenOnProjects = (policy: Policy, permission: string): boolean =>
  Object.values(policy.rights ?? {}).includes(permission) ||
  policy.sources.project.from.some((source) => {
    switch (source.through) {
      case 'team_entry':
        return isGivenBy(policy, permission, 'team')
      case 'entry':
        return isGivenBy(policy, permission, inEntry(policy, 'project').scope)
      case 'organization_role':
        return isGivenBy(policy, permission, 'organization')
      case 'ownership':
      case 'creation':
      case 'everyone':
        return policy.roles.some(
          (role) => source.roles.includes(role.key) && contains(role, permission),
        )
    }
  })

const where = (scope: Scope): string => {
  if (typeof scope === 'object') return `in team ${scope.team}`
  if (isProjectScope(scope)) return 'on a project'
  return scope === 'organization' ? 'in the organization' : 'in a team'
}

const unreachable = (at: string, { permission, in: scope }: PermissionRequirement): Finding => ({
  code: 'unreachable',
  pointer: at,
  message: `Nobody can meet this requirement: no role gives ${permission} ${where(scope)}.`,
  fix: 'Add the permission to a role that is held there, or require it in another scope.',
})
