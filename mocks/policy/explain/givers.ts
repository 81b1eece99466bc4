import { type Resources, unresolved } from '../world/resources.ts'
import type { Policy } from '../language/policy.ts'
import { isProjectScope, type Leaf, type Scope } from '../language/requirement.ts'
import type { ProjectRecord, RoleRecord } from '../language/records.ts'
import { counts } from '../paths/source-conditions.ts'
import { permitsOfFixedRoles } from '../paths/paths.ts'
import { grantsGiving, permissionsOf } from '../world/permits.ts'
import type { World } from '../world/world.ts'

/** What gives a permission in a scope. */
export interface Givers {
  /** Roles that contain it, or give it with a ticked grant. */
  readonly roles: readonly RoleRecord[]
  /** The project whose owner has it. */
  readonly owner?: ProjectRecord
  /** The project whose creator has it. */
  readonly creator?: ProjectRecord
}

const none: Givers = { roles: [] }

const rolesGiving = (
  world: World,
  permission: string,
  scopes: readonly RoleRecord['scope'][],
): readonly RoleRecord[] =>
  [...world.roles()].filter(
    (role) =>
      scopes.includes(role.scope) &&
      (permissionsOf(role).has(permission) || grantsGiving(role, permission).length > 0),
  )

const projectOf = (
  scope: Scope,
  { project, destination }: Resources,
): ProjectRecord | undefined => {
  const named = scope === 'destination' ? destination : project
  return named === unresolved ? undefined : named
}

const onProjects = (
  policy: Policy,
  world: World,
  permission: string,
  project: ProjectRecord | undefined,
): Givers => {
  const hasProjectRoles = policy.roles.some(({ scope }) => scope === 'project')
  const scopes: RoleRecord['scope'][] = []
  let owner: ProjectRecord | undefined
  let creator: ProjectRecord | undefined
  for (const source of policy.sources.project.from) {
    if (project && !counts(world, project, source)) continue
    if (source.through === 'organization_role') scopes.push('organization')
    if (source.through === 'team_entry') scopes.push('team')
    if (source.through === 'entry') scopes.push(hasProjectRoles ? 'project' : 'team')
    if (!project || !('roles' in source)) continue
    if (!permitsOfFixedRoles({ policy, world }, source.roles).always.has(permission)) continue
    if (source.through === 'ownership') owner = project
    if (source.through === 'creation') creator = project
  }
  return {
    roles: rolesGiving(world, permission, scopes),
    ...(owner && { owner }),
    ...(creator && { creator }),
  }
}

/** What gives the permission that the leaf asks for; nothing for a leaf that asks for none. */
export const giversOf = (
  policy: Policy,
  world: World,
  leaf: Leaf,
  resources: Resources,
): Givers => {
  if (!('permission' in leaf)) return none
  const { permission, in: scope } = leaf
  if (isProjectScope(scope)) {
    return onProjects(policy, world, permission, projectOf(scope, resources))
  }
  const place = scope === 'organization' ? 'organization' : 'team'
  return { roles: rolesGiving(world, permission, [place]) }
}
