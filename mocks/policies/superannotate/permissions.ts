import type { PermissionDefinition } from '../../policy/language/policy.ts'

const documented = (name: string, description: string): PermissionDefinition => ({
  name,
  description,
  origin: 'documented',
  note: 'The vendor’s table has the row; the key is this project’s own.',
})

const reading = (name: string, description: string): PermissionDefinition => ({
  name,
  description,
  origin: 'reading',
  note: 'The vendor’s table has no row for it.',
})

export const permissions = {
  'team:edit': documented('Edit the team', 'Change the team’s name and description.'),
  'team:invite': documented(
    'Invite contributors',
    'Invite contributors, and see, resend and withdraw invitations.',
  ),
  'team:manage_admins': documented(
    'Manage Team Admins',
    'Remove and reassign Team Admins, and make them.',
  ),
  'team:view_members': reading(
    'See the members',
    'See the members of the team and what was done in it.',
  ),
  'team:manage_contributors': reading('Remove contributors', 'Remove contributors.'),
  'team:pause_contributors': reading('Pause contributors', 'Pause contributors, and resume them.'),
  'project:set_admin_permissions': documented(
    'Set permissions of Project Admins',
    'Set whether a Project Admin may download and explore datasets.',
  ),
  'project:view': reading('See the project', 'See the project and who is on it.'),
  'project:create': reading('Create projects', 'Create a project.'),
  'project:edit': reading('Edit the project', 'Change a project’s name, description and tags.'),
  'project:delete': reading('Delete projects', 'Delete a project with all that is in it.'),
  'project:manage_admins': reading('Make Project Admins', 'Make and unmake Project Admins.'),
  'project:manage_contributors': reading(
    'Add contributors',
    'Add contributors to a project, and remove them.',
  ),
  'token:create': documented(
    'Create the SDK token',
    'Create the token of the Python SDK, and revoke it.',
  ),
  'token:view': documented('See the SDK token', 'See the token of the Python SDK.'),
  'grant:manage': documented('Tick grants', 'Tick and untick the grants of Team Admins.'),
  'neural_networks:see': documented('See Neural Networks', 'See the Neural Networks tab.'),
  'neural_networks:use': documented(
    'Use Neural Networks',
    'Use the Neural Networks tab; without it, it is inactive.',
  ),
  'training:view': documented('See training runs', 'See training runs.'),
  'training:download_metrics': documented(
    'Download training metrics',
    'Download the metrics of training runs.',
  ),
  'training:run': documented('Start training runs', 'Start training runs.'),
  'training:manage': documented(
    'Manage training runs',
    'Change, rerun, stop and delete anyone’s training runs.',
  ),
  'orchestrate:access': documented('Open Orchestrate', 'Open Orchestrate.'),
  'dataset:view': reading('See datasets', 'See a project’s datasets.'),
  'dataset:manage': reading('Manage datasets', 'Create, change and delete a project’s datasets.'),
  'dataset:explore': documented('Explore datasets', 'Explore a project’s datasets.'),
} as const satisfies Record<string, PermissionDefinition>

export type SuperannotatePermission = keyof typeof permissions
