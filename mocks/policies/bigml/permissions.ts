import type { PermissionDefinition } from '../../policy/language/policy.ts'

const documented = (description: string): PermissionDefinition => ({
  description,
  origin: 'documented',
})

const reading = (description: string, note: string): PermissionDefinition => ({
  description,
  origin: 'reading',
  note,
})

export const permissions = {
  'organization:manage_subscription': documented('Manage the organization subscription plan.'),
  'organization:edit': documented('Edit the organization info.'),
  'organization:delete': documented('Delete the organization.'),
  'organization:invite_users': documented('Invite users to the organization.'),
  'organization:revoke_invitation': reading(
    'Revoke a pending invitation.',
    'The vendor’s table names inviting alone.',
  ),
  'organization:manage_roles': documented('Manage user roles in the organization.'),
  'organization:remove_user': reading(
    'Remove a user who is not the owner.',
    'The vendor’s table names managing roles alone.',
  ),
  'organization:access_all_projects': documented('Access all projects in the organization.'),
  'organization:create_projects': documented('Create projects in the organization.'),
  'organization:access_public_projects': documented('Access all public projects.'),
  'organization:access_permitted_projects': documented('Access private projects with permissions.'),
  'organization:transfer_ownership': documented('Transfer the ownership.'),
  'project:invite_users': documented('Invite users to the project.'),
  'project:manage_permissions': documented('Manage user permissions in the project.'),
  'project:edit': documented('Edit the project name, description and tags.'),
  'project:change_privacy': reading(
    'Change the project’s privacy.',
    'The vendor’s table names the project’s name, description and tags alone.',
  ),
  'project:delete': documented('Delete the project.'),
  'resource:write': documented('Create, edit and delete resources in the project.'),
  'resource:move': documented('Move resources to another organization project.'),
  'resource:view': documented('View resources in the project.'),
  'prediction:create_local': documented('Create local predictions.'),
} as const satisfies Record<string, PermissionDefinition>

export type BigmlPermission = keyof typeof permissions
