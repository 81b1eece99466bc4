import type { Change, OperationChanges } from '../../policy/policy.ts'

const invite: Change = [
  { ask: 'organization:invite_users', handsOut: { in: 'organization', what: 'role' } },
]
const manageRoles: Change = [
  { ask: 'organization:manage_roles', handsOut: { in: 'organization', what: 'role' } },
]
const addUser: Change = [
  { ask: 'project:invite_users', handsOut: { in: 'project', what: 'entry' } },
]
const editLevel: Change = [
  { ask: 'project:manage_permissions', handsOut: { in: 'project', what: 'entry' } },
]

/** Not offered by this platform: custom roles, teams, users.create, resending invitations, projects.transferOwnership, accepting or rejecting entries, and tokens. */
export const changes: Record<string, OperationChanges> = {
  'organization.get': { always: 'organization.get' },
  'organization.update': {
    keys: { name: 'organization:edit', description: 'organization:edit' },
    nothing: 'organization:edit',
  },
  'organization.updatePlan': { always: 'organization:manage_subscription' },
  'organization.transferOwnership': { always: 'organization:transfer_ownership' },
  'organization.delete': { always: 'organization:delete' },
  'permissions.list': { always: 'permissions.list' },
  'roles.list': { always: 'roles.list' },
  'roles.get': { always: 'roles.list' },
  'users.list': { always: 'users.list' },
  'users.me': { always: 'users.me' },
  'users.get': { always: 'users.get' },
  'users.update': { keys: { role: manageRoles }, nothing: 'organization:manage_roles' },
  'users.remove': { always: 'organization:remove_user' },
  'invitations.list': { always: 'invitations.list' },
  'invitations.create': {
    always: 'organization:invite_users',
    keys: {
      email: 'organization:invite_users',
      role: invite,
      message: 'organization:invite_users',
    },
  },
  'invitations.get': { always: 'invitations.get' },
  'invitations.withdraw': { always: 'organization:revoke_invitation' },
  'invitations.accept': { always: 'invitations.answer' },
  'invitations.reject': { always: 'invitations.answer' },
  'projects.list': { always: 'projects.list' },
  'projects.create': {
    always: 'organization:create_projects',
    keys: {
      key: 'organization:create_projects',
      name: 'organization:create_projects',
      description: 'organization:create_projects',
      tags: 'organization:create_projects',
      private: 'organization:create_projects',
    },
  },
  'projects.get': { always: 'projects.get' },
  'projects.update': {
    keys: {
      name: 'project:edit',
      description: 'project:edit',
      tags: 'project:edit',
      private: 'project:change_privacy',
    },
    nothing: 'project:edit',
  },
  'projects.delete': { always: 'project:delete' },
  'projects.members.list': { always: 'projects.members.list' },
  'projects.members.get': { always: 'projects.members.list' },
  'projects.members.add': {
    always: 'project:invite_users',
    keys: { subject: 'project:invite_users', roles: addUser },
    required: ['roles'],
  },
  'projects.members.update': {
    keys: { roles: editLevel },
    nothing: 'project:manage_permissions',
  },
  'projects.members.remove': { always: 'project:manage_permissions' },
  'artifacts.list': { always: 'artifacts.list', ofKind: 'get' },
  'artifacts.create': { ofKind: 'create', required: ['project'] },
  'artifacts.get': { ofKind: 'get' },
  'artifacts.update': { ofKind: 'update' },
  'artifacts.delete': { ofKind: 'delete' },
  'artifacts.move': { ofKind: 'move', required: ['project'] },
  'artifacts.run': { ofKind: 'run' },
  'audit.list': { always: 'audit.list' },
  'policy.get': { always: 'policy.get' },
  'policy.matrix': { always: 'policy.matrix' },
  'access.evaluate': { always: 'access.self' },
  'access.evaluateAll': { always: 'access.self' },
  'access.searchSubjects': { always: 'users.list' },
  'access.searchResources': { always: 'access.self' },
  'access.searchActions': { always: 'access.self' },
}
