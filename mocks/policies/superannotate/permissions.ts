import type { PermissionDefinition } from '../../policy/language/policy.ts'

const documented = (description: string): PermissionDefinition => ({
  description,
  origin: 'documented',
  note: 'The vendor’s table has the row; the key is this project’s own.',
})

const reading = (description: string): PermissionDefinition => ({
  description,
  origin: 'reading',
  note: 'The vendor’s table has no row for it.',
})

export const permissions = {
  'team:edit': documented('Change the team’s name and description.'),
  'team:invite': documented('Invite contributors, and see, resend and withdraw invitations.'),
  'team:manage_admins': documented('Remove and reassign Team Admins, and make them.'),
  'team:view_members': reading('See the members of the team and what was done in it.'),
  'team:manage_contributors': reading('Remove contributors.'),
  'team:pause_contributors': reading('Pause contributors, and resume them.'),
  'project:set_admin_permissions': documented(
    'Set whether a Project Admin may download and explore datasets.',
  ),
  'project:view': reading('See the project and who is on it.'),
  'project:create': reading('Create a project.'),
  'project:edit': reading('Change a project’s name, description and tags.'),
  'project:delete': reading('Delete a project with all that is in it.'),
  'project:manage_admins': reading('Make and unmake Project Admins.'),
  'project:manage_contributors': reading('Add contributors to a project, and remove them.'),
  'token:create': documented('Create the token of the Python SDK, and revoke it.'),
  'token:view': documented('See the token of the Python SDK.'),
  'grant:manage': documented('Tick and untick the grants of Team Admins.'),
  'neural_networks:see': documented('See the Neural Networks tab.'),
  'neural_networks:use': documented('Use the Neural Networks tab; without it, it is inactive.'),
  'training:view': documented('See training runs.'),
  'training:download_metrics': documented('Download the metrics of training runs.'),
  'training:run': documented('Start training runs.'),
  'training:manage': documented('Change, rerun, stop and delete anyone’s training runs.'),
  'orchestrate:access': documented('Open Orchestrate.'),
  'dataset:view': reading('See a project’s datasets.'),
  'dataset:manage': reading('Create, change and delete a project’s datasets.'),
  'dataset:explore': documented('Explore a project’s datasets.'),
} as const satisfies Record<string, PermissionDefinition>

export type SuperannotatePermission = keyof typeof permissions
