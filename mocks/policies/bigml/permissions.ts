import type { PermissionDefinition } from '../../policy/language/policy.ts'

const documented = (name: string, description: string): PermissionDefinition => ({
  name,
  description,
  origin: 'documented',
})

const reading = (name: string, description: string, note: string): PermissionDefinition => ({
  name,
  description,
  origin: 'reading',
  note,
})

export const permissions = {
  'organization:manage_subscription': documented(
    'Manage the subscription plan',
    'Manage the organization subscription plan.',
  ),
  'organization:edit': documented('Edit organization info', 'Edit the organization info.'),
  'organization:delete': documented('Delete the organization', 'Delete the organization.'),
  'organization:invite_users': documented('Invite users', 'Invite users to the organization.'),
  'organization:revoke_invitation': reading(
    'Revoke invitations',
    'Revoke a pending invitation.',
    'The vendor’s table names inviting alone.',
  ),
  'organization:manage_roles': documented(
    'Manage user roles',
    'Manage user roles in the organization.',
  ),
  'organization:remove_user': reading(
    'Remove users',
    'Remove a user who is not the owner.',
    'The vendor’s table names managing roles alone.',
  ),
  'organization:access_all_projects': documented(
    'Access all projects',
    'Access all projects in the organization.',
  ),
  'organization:create_projects': documented(
    'Create projects',
    'Create projects in the organization.',
  ),
  'organization:access_public_projects': documented(
    'Access public projects',
    'Access all public projects.',
  ),
  'organization:access_permitted_projects': documented(
    'Access permitted projects',
    'Access private projects with permissions.',
  ),
  'organization:transfer_ownership': documented('Transfer ownership', 'Transfer the ownership.'),
  'project:invite_users': documented('Invite users to the project', 'Invite users to the project.'),
  'project:manage_permissions': documented(
    'Manage user permissions',
    'Manage user permissions in the project.',
  ),
  'project:edit': documented('Edit project info', 'Edit the project name, description and tags.'),
  'project:change_privacy': reading(
    'Change the project’s privacy',
    'Change the project’s privacy.',
    'The vendor’s table names the project’s name, description and tags alone.',
  ),
  'project:delete': documented('Delete the project', 'Delete the project.'),
  'resource:write': documented(
    'Write resources',
    'Create, edit and delete resources in the project.',
  ),
  'resource:move': documented('Move resources', 'Move resources to another organization project.'),
  'resource:view': documented('View resources', 'View resources in the project.'),
  'prediction:create_local': documented('Create local predictions', 'Create local predictions.'),
} as const satisfies Record<string, PermissionDefinition>

export type BigmlPermission = keyof typeof permissions
