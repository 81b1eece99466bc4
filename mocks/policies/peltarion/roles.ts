import type { RoleDefinition } from '../../policy/language/policy.ts'
import type { PeltarionPermission } from './permissions.ts'

interface PeltarionRole extends RoleDefinition {
  permissions: readonly PeltarionPermission[] | '*'
}

export const roles = [
  {
    key: 'administrator',
    name: 'Administrator',
    description: 'Has full control over the organization: its members, projects and artifacts.',
    scope: 'organization',
    permissions: '*',
    origin: 'documented',
  },
  {
    key: 'creator',
    name: 'Creator',
    description: 'Sets up and runs projects, writes every artifact and deletes their own.',
    scope: 'organization',
    permissions: [
      'members:list',
      'project:create',
      'experiment:run',
      'artifact:view',
      'artifact:write',
      'artifact:delete_own',
    ],
    origin: 'documented',
  },
  {
    key: 'viewer',
    name: 'Viewer',
    description: 'Sees every artifact and changes nothing. Not yet available.',
    scope: 'organization',
    permissions: ['members:list', 'artifact:view'],
    assignable: false,
    unassignable: {
      rule: 'PE-08',
      code: 'role_not_available',
      text: 'Role viewer is not yet available. Choose administrator or creator.',
    },
    origin: 'documented',
  },
] as const satisfies readonly PeltarionRole[]
