import type { OperationChanges } from '../../policy/language/policy.ts'

/** Not offered by this platform: plans, transfers and deletion of the organization, invitations, tokens, projects.transferOwnership, and accepting or rejecting entries. */
export const changes: Record<string, OperationChanges> = {
  'organization.get': { always: 'organization.get' },
  'organization.update': {
    keys: { name: 'organization.update', description: 'organization.update' },
    nothing: 'organization.update',
  },
  'audit.list': { always: 'audit.list' },
  'permissions.list': { always: 'permissions.list' },
  'roles.list': { always: 'roles.list' },
  'roles.get': { always: 'roles.list' },
  'roles.create': {
    always: 'roles.create',
  },
  'roles.update': {
    keys: {
      name: 'roles.update',
      description: 'roles.update',
      permissions: 'roles.update',
    },
    nothing: 'roles.update',
  },
  'roles.delete': { always: 'roles.delete' },
  'teams.list': { always: 'teams.list' },
  'teams.get': { always: 'teams.get' },
  'teams.create': { always: 'teams.create' },
  'teams.update': {
    keys: { name: 'teams.update.name', defaultRole: 'teams.update.defaultRole' },
    nothing: 'teams.update.name',
  },
  'teams.delete': { always: 'teams.delete' },
  'users.list': { always: 'users.list' },
  'users.me': { always: 'users.me' },
  'users.get': { always: 'users.get' },
  'users.create': {
    always: 'users.create',
    keys: {
      email: 'users.create',
      name: 'users.create',
      type: 'users.create',
      teams: { each: 'team', change: 'users.create' },
    },
  },
  'users.update': {
    keys: {
      name: 'users.update.name',
      teams: {
        each: 'team',
        change: [
          { when: { field: 'value', is: null }, ask: 'users.update.teams.remove' },
          {
            when: { field: 'user.inTeam', is: true },
            ask: 'users.update.teams.set',
          },
          { ask: 'users.update.teams.add' },
        ],
      },
    },
    nothing: 'users.update.name',
  },
  'users.remove': { always: 'users.remove' },
  'projects.list': { always: 'projects.list' },
  'projects.create': { always: 'use_case:create', required: ['team'] },
  'projects.get': { always: 'use_case:read' },
  'projects.update': {
    keys: { name: 'use_case:update', description: 'use_case:update', tags: 'use_case:update' },
    nothing: 'use_case:update',
  },
  'projects.delete': { always: 'use_case:update' },
  'projects.members.list': { always: 'projects.members.list' },
  'projects.members.get': { always: 'projects.members.list' },
  'projects.members.add': {
    keys: {
      // Only an entry for a team names a team that the caller can be a member of. A guard refuses entries for people.
      subject: [
        { when: { field: 'input.subject.type', is: 'team' }, ask: 'projects.members.add' },
        { ask: 'use_case:share' },
      ],
      roles: 'use_case:share',
      isOwner: 'use_case:share',
    },
    required: ['roles'],
  },
  'projects.members.update': {
    keys: {
      roles: 'projects.members.update',
      isOwner: 'projects.members.update',
    },
    nothing: 'projects.members.update',
  },
  'projects.members.remove': { always: 'projects.members.remove' },
  'artifacts.list': { always: 'artifacts.list', ofKind: 'get' },
  'artifacts.create': { ofKind: 'create', required: ['project'] },
  'artifacts.get': { ofKind: 'get' },
  'artifacts.update': { ofKind: 'update' },
  'artifacts.delete': { ofKind: 'delete' },
  'artifacts.move': { ofKind: 'move' },
  'artifacts.run': { ofKind: 'run' },
  'policy.get': { always: 'policy.get' },
  'policy.matrix': { always: 'policy.matrix' },
  'access.evaluate': { always: 'access.self' },
  'access.evaluateAll': { always: 'access.self' },
  'access.searchSubjects': { always: 'users.list' },
  'access.searchResources': { always: 'access.self' },
  'access.searchActions': { always: 'access.self' },
}
