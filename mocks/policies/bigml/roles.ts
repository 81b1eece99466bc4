import type { RoleDefinition } from '../../policy/language/policy.ts'
import type { BigmlPermission } from './permissions.ts'

export interface BigmlRole extends RoleDefinition {
  permissions: readonly BigmlPermission[]
}

const read: readonly BigmlPermission[] = ['resource:view', 'prediction:create_local']
const write: readonly BigmlPermission[] = [...read, 'resource:write', 'resource:move']
const administer: readonly BigmlPermission[] = [
  ...write,
  'project:invite_users',
  'project:manage_permissions',
  'project:edit',
  'project:change_privacy',
  'project:delete',
]

const restricted: readonly BigmlPermission[] = [
  'organization:access_public_projects',
  'organization:access_permitted_projects',
]
const member: readonly BigmlPermission[] = [...restricted, 'organization:create_projects']
const admin: readonly BigmlPermission[] = [
  ...member,
  'organization:access_all_projects',
  'organization:invite_users',
  'organization:revoke_invitation',
  'organization:manage_roles',
  'organization:remove_user',
  ...administer,
]
const owner: readonly BigmlPermission[] = [
  ...admin,
  'organization:manage_subscription',
  'organization:edit',
  'organization:delete',
  'organization:transfer_ownership',
]

const organizationRoles: readonly BigmlRole[] = [
  {
    key: 'owner',
    name: 'Owner',
    description: 'Does everything, and alone has the plan, the info and the ownership.',
    scope: 'organization',
    permissions: owner,
    assignable: false,
    unassignable: {
      rule: 'BG-03',
      code: 'transfer_required',
      text: 'There is exactly one owner, who passes the role on with organization.transferOwnership.',
    },
    origin: 'documented',
  },
  {
    key: 'admin',
    name: 'Admin',
    description: 'Manages users and invitations, and has full access to every project.',
    scope: 'organization',
    permissions: admin,
    origin: 'documented',
  },
  {
    key: 'member',
    name: 'Member',
    description: 'Creates projects, and works in public ones and those with a permission.',
    scope: 'organization',
    permissions: member,
    origin: 'documented',
  },
  {
    key: 'restricted',
    name: 'Restricted Member',
    description: 'Works in public projects and those with a permission, and creates none.',
    scope: 'organization',
    permissions: restricted,
    origin: 'documented',
  },
]

const projectRoles: readonly BigmlRole[] = [
  {
    key: 'admin',
    name: 'Admin',
    description: 'Administers the project: its users, its info, its privacy and its resources.',
    scope: 'project',
    permissions: administer,
    origin: 'documented',
  },
  {
    key: 'write',
    name: 'Write',
    description: 'Creates, edits, deletes and moves resources in the project.',
    scope: 'project',
    permissions: write,
    origin: 'documented',
  },
  {
    key: 'read',
    name: 'Read',
    description: 'Sees resources in the project and makes local predictions.',
    scope: 'project',
    permissions: read,
    origin: 'documented',
  },
]

export const roles: readonly BigmlRole[] = [...organizationRoles, ...projectRoles]
