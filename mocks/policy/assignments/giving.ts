import type { Assignment } from './assignment.ts'
import { judgedIn, type Option } from './prerequisite.ts'
import { OrganizationRole, UserGrant } from './organization.ts'
import type { RoleRecord, UserRecord } from '../language/records.ts'
import { grantsGiving, permissionsOf } from '../world/permits.ts'
import type { World } from '../world/world.ts'

/**
 * The options that make the assignment give the permission: a role that contains it, or a role that
 * gives it with a ticked grant.
 */
export const givenByRole = (
  world: World,
  assignment: Assignment,
  roles: readonly RoleRecord[],
  permission: string,
  grantOf: (grant: string) => Assignment,
): readonly Option[] => {
  const has = (role: RoleRecord): boolean => permissionsOf(role).has(permission)
  const grants = new Set(roles.flatMap((role) => grantsGiving(role, permission)))
  return [
    ...(roles.some(has) ? [[judgedIn(world, { assignment, fits: has })]] : []),
    ...[...grants].map((grant): Option => [
      judgedIn(world, {
        assignment,
        fits: (role) => grantsGiving(role, permission).includes(grant),
        by: grant,
      }),
      judgedIn(world, { assignment: grantOf(grant) }),
    ]),
  ]
}

/** The options that make the user's organization role give the permission. */
export const givenByOrganizationRole = (
  world: World,
  user: UserRecord,
  permission: string,
): readonly Option[] => {
  const roles = [...world.roles()].filter(({ scope }) => scope === 'organization')
  return givenByRole(
    world,
    new OrganizationRole({ user }),
    roles,
    permission,
    (grant) => new UserGrant({ user, grant }),
  )
}
