import type { OperationChanges } from '../../policy/language/policy.ts'

const manageTeam = 'project:manage_team'

/** Not offered: custom roles, users.create, invitations, plans, the tenant’s transfer and deletion, and tokens. */
export const changes = {
  'organization.get': { always: 'organization.get' },
  'organization.update': {
    keys: { name: 'tenant:edit', description: 'tenant:edit' },
    nothing: 'tenant:edit',
  },
  'permissions.list': { always: 'permissions.list' },
  'roles.list': { always: 'roles.list' },
  'roles.get': { always: 'roles.list' },
  'teams.list': { always: 'teams.list' },
  'teams.get': { always: 'teams.list' },
  'teams.create': {
    keys: { key: 'tenant:manage_workgroups', name: 'tenant:manage_workgroups' },
    nothing: 'tenant:manage_workgroups',
  },
  'teams.update': {
    keys: { name: 'tenant:manage_workgroups' },
    nothing: 'tenant:manage_workgroups',
  },
  'teams.delete': { always: 'tenant:manage_workgroups' },
  'users.list': { always: 'tenant:manage_users' },
  'users.me': { always: 'users.me' },
  'users.get': { always: 'users.get' },
  'users.update': {
    keys: {
      name: 'tenant:manage_users',
      role: 'tenant:manage_administrators',
      teams: {
        each: 'team',
        change: 'tenant:manage_workgroups',
      },
    },
    nothing: 'tenant:manage_users',
  },
  'users.remove': { always: 'tenant:manage_users' },
  'projects.list': { always: 'projects.list' },
  'projects.create': {
    keys: {
      key: 'projects.create',
      name: 'projects.create',
      description: 'projects.create',
      tags: 'projects.create',
    },
    nothing: 'projects.create',
  },
  'projects.get': { always: 'projects.get' },
  'projects.update': {
    keys: { name: 'project:edit', description: 'project:edit', tags: 'project:edit' },
    nothing: 'project:edit',
  },
  'projects.delete': { always: 'projects.delete' },
  'projects.transferOwnership': { always: 'project:change_owner' },
  'projects.members.list': { always: 'projects.members.list' },
  'projects.members.get': { always: 'projects.members.get' },
  'projects.members.add': {
    keys: { subject: manageTeam, roles: manageTeam, rights: manageTeam },
  },
  'projects.members.update': {
    keys: { roles: manageTeam, rights: manageTeam },
    nothing: manageTeam,
  },
  'projects.members.remove': { always: manageTeam },
  'projects.members.accept': { always: 'projects.members.answer' },
  'projects.members.reject': { always: 'projects.members.answer' },
  'artifacts.list': { always: 'artifacts.list', ofKind: 'get' },
  'artifacts.create': { ofKind: 'create', required: ['project'] },
  'artifacts.get': { ofKind: 'get' },
  'artifacts.update': { ofKind: 'update' },
  'artifacts.delete': { ofKind: 'delete' },
  'artifacts.move': { ofKind: 'move' },
  'artifacts.run': { ofKind: 'run' },
  'audit.list': {
    always: [
      { when: { field: 'input.project', is: null }, ask: 'tenant:manage_users' },
      { ask: 'project:view_activity' },
    ],
  },
  'policy.get': { always: 'policy.get' },
  'policy.matrix': { always: 'policy.matrix' },
  'access.evaluate': { always: 'access.self' },
  'access.evaluateAll': { always: 'access.self' },
  'access.searchSubjects': { always: 'tenant:manage_users' },
  'access.searchResources': { always: 'access.self' },
  'access.searchActions': { always: 'access.self' },
} as const satisfies Record<string, OperationChanges>
