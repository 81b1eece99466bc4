import type { RoleDefinition } from '../../policy/language/policy.ts'
import type { SuperannotatePermission } from './permissions.ts'

type PermissionsByGrant = Record<string, readonly SuperannotatePermission[]>

export interface SuperannotateRole extends RoleDefinition {
  permissions: readonly SuperannotatePermission[] | '*'
  grants?: PermissionsByGrant
  afterRevocation?: PermissionsByGrant
}

export const roles = [
  {
    key: 'owner',
    name: 'Team Owner',
    description: 'Does everything, and says what Team Admins may do. There is exactly one.',
    scope: 'organization',
    permissions: '*',
    assignable: false,
    unassignable: {
      rule: 'SA-02',
      code: 'role_not_assignable',
      text: 'A team has one owner, and nobody is made owner. Choose admin or contributor.',
    },
    origin: 'documented',
  },
  {
    key: 'admin',
    name: 'Team Admin',
    description: 'Manages contributors and projects, and does more with ticked grants.',
    scope: 'organization',
    permissions: [
      'team:invite',
      'team:view_members',
      'team:manage_contributors',
      'team:pause_contributors',
      'project:set_admin_permissions',
      'project:view',
      'project:create',
      'project:edit',
      'project:delete',
      'project:manage_admins',
      'project:manage_contributors',
      'neural_networks:see',
      'dataset:view',
      'dataset:manage',
    ],
    grants: {
      view_token: ['token:view'],
      run_training: [
        'neural_networks:use',
        'training:view',
        'training:download_metrics',
        'training:run',
        'training:manage',
      ],
      orchestrate: ['orchestrate:access'],
      explore: ['dataset:explore'],
    },
    afterRevocation: { run_training: ['training:view', 'training:download_metrics'] },
    origin: 'documented',
  },
  {
    key: 'contributor',
    name: 'Contributor',
    description: 'Works on the projects that they were added to.',
    scope: 'organization',
    permissions: [],
    origin: 'documented',
  },
  {
    key: 'project_admin',
    name: 'Project Admin',
    description: 'A contributor who edits one project and adds contributors to it.',
    scope: 'project',
    permissions: [
      'project:view',
      'project:edit',
      'project:manage_contributors',
      'dataset:view',
      'dataset:manage',
    ],
    grants: { explore: ['dataset:explore'] },
    origin: 'documented',
  },
  {
    key: 'project_contributor',
    name: 'Project Contributor',
    description: 'A contributor who works on one project.',
    scope: 'project',
    permissions: ['project:view', 'dataset:view'],
    origin: 'reading',
  },
] as const satisfies readonly SuperannotateRole[]
