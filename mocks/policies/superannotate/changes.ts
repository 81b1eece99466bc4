import type { Condition } from '../../policy/language/condition.ts'
import type { Change, OperationChanges } from '../../policy/language/policy.ts'

const wasProjectAdmin: Condition = { field: 'member.roles.project', is: 'project_admin' }
const becomesProjectAdmin: Condition = { field: 'next.roles.project', is: 'project_admin' }

/** Project Admins may also set the roles of contributors on their project, but not make Project Admins. */
const entry = (when: Condition): Change => [
  { when, ask: 'project:manage_admins' },
  { ask: 'project:manage_contributors' },
]

const invitation: Change = [
  { when: { field: 'invitation.role', is: 'admin' }, ask: 'invitations.admin' },
  { ask: 'team:invite' },
]

/** Not offered by this platform: custom roles, teams, users.create, plans, transfers, deletion of the team, and accepting or rejecting entries. */
export const changes: Record<string, OperationChanges> = {
  'organization.get': { always: 'organization.get' },
  'organization.update': {
    keys: { name: 'team:edit', description: 'team:edit' },
    nothing: 'team:edit',
  },
  'permissions.list': { always: 'permissions.list' },
  'roles.list': { always: 'roles.list' },
  'roles.get': { always: 'roles.list' },
  'users.list': { always: 'team:view_members' },
  'users.me': { always: 'users.me' },
  'users.get': { always: 'users.get' },
  'users.update': {
    keys: {
      role: [
        { when: { field: 'next.role', is: 'admin' }, ask: 'users.promote' },
        { when: { field: 'user.role', is: 'contributor' }, ask: 'team:manage_contributors' },
        { ask: 'team:manage_admins' },
      ],
      grants: { each: 'item', change: 'grant:manage' },
      paused: 'team:pause_contributors',
    },
    nothing: 'team:manage_contributors',
  },
  'users.remove': {
    always: [
      { when: { field: 'user.role', is: 'contributor' }, ask: 'team:manage_contributors' },
      { ask: 'team:manage_admins' },
    ],
  },
  'invitations.list': { always: 'team:invite' },
  'invitations.get': { always: 'invitations.get' },
  'invitations.create': {
    always: [
      { when: { field: 'next.role', is: 'admin' }, ask: 'invitations.admin' },
      { ask: 'team:invite' },
    ],
  },
  'invitations.resend': { always: invitation },
  'invitations.withdraw': { always: invitation },
  'invitations.accept': { always: 'invitations.answer' },
  'invitations.reject': { always: 'invitations.answer' },
  'tokens.list': { always: 'token:view' },
  'tokens.get': { always: 'token:view' },
  'tokens.create': { always: 'token:create' },
  'tokens.revoke': { always: 'token:create' },
  'projects.list': { always: 'projects.list' },
  'projects.create': {
    always: 'project:create',
    keys: {
      key: 'project:create',
      name: 'project:create',
      description: 'project:create',
      tags: 'project:create',
    },
  },
  'projects.get': { always: 'project:view' },
  'projects.update': {
    keys: { name: 'project:edit', description: 'project:edit', tags: 'project:edit' },
    nothing: 'project:edit',
  },
  'projects.delete': { always: 'project:delete' },
  'projects.members.list': { always: 'project:view' },
  'projects.members.get': { always: 'project:view' },
  'projects.members.add': {
    keys: {
      subject: 'project:manage_contributors',
      roles: entry(becomesProjectAdmin),
      rights: 'project:set_admin_permissions',
      grants: 'project:set_admin_permissions',
    },
    required: ['roles'],
  },
  'projects.members.update': {
    keys: {
      roles: entry({ any: [wasProjectAdmin, becomesProjectAdmin] }),
      rights: 'project:set_admin_permissions',
      grants: 'project:set_admin_permissions',
    },
    nothing: 'project:manage_contributors',
  },
  'projects.members.remove': { always: entry(wasProjectAdmin) },
  'artifacts.list': { always: 'artifacts.list', ofKind: 'get' },
  'artifacts.create': { ofKind: 'create' },
  'artifacts.get': { ofKind: 'get' },
  'artifacts.update': { ofKind: 'update' },
  'artifacts.delete': { ofKind: 'delete' },
  'artifacts.run': { ofKind: 'run' },
  'audit.list': { always: 'team:view_members' },
  'policy.get': { always: 'policy.get' },
  'policy.matrix': { always: 'policy.matrix' },
  'access.evaluate': { always: 'access.self' },
  'access.evaluateAll': { always: 'access.self' },
  'access.searchSubjects': { always: 'team:view_members' },
  'access.searchResources': { always: 'access.self' },
  'access.searchActions': { always: 'access.self' },
}
