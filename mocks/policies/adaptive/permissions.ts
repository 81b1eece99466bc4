import type { PermissionDefinition } from '../../policy/language/policy.ts'

const documented = (
  name: string,
  description: string,
): PermissionDefinition & { name: string } => ({
  name,
  description,
  origin: 'documented',
})

const later = (name: string, description: string): PermissionDefinition & { name: string } => ({
  name,
  description,
  origin: 'documented',
  note: 'The key is from the vendor’s later documentation.',
})

const reading = (name: string, description: string): PermissionDefinition & { name: string } => ({
  name,
  description,
  origin: 'reading',
  note: 'The vendor names the category; the key is this project’s own.',
})

export const permissions = {
  'admin:manage_roles': documented(
    'Manage roles',
    'List all roles, held in any team; create, change and delete roles, held in team admin.',
  ),
  'admin:manage_teams': documented(
    'Manage teams',
    'List all teams, held in any team; create and delete teams, held in team admin.',
  ),
  'admin:manage_users': documented(
    'Manage users',
    'List all users, held in any team; set or end memberships in that team; everything about any user, held in team admin.',
  ),
  'use_case:read': later('See use cases', 'See the team’s use cases and those shared with it.'),
  'use_case:create': later('Create use cases', 'Create a use case in the team.'),
  'use_case:update': later('Change and delete use cases', 'Change or delete a use case.'),
  'use_case:manage_models': later(
    'Attach and detach models',
    'Attach a model to a use case, or detach it.',
  ),
  'use_case:adapt': documented(
    'Fine-tune models',
    'Fine-tune models: create a training job in a use case.',
  ),
  'use_case:evaluate': later('Create evaluation jobs', 'Create an evaluation job in a use case.'),
  'use_case:interact': later('Send interactions', 'Send an interaction to a use case’s models.'),
  'use_case:add_feedback': later('Add feedback', 'Add feedback to an interaction.'),
  'use_case:read_interactions': later('See interactions', 'See a use case’s interactions.'),
  'use_case:update_interactions': later('Change interactions', 'Change an interaction.'),
  'use_case:delete_interactions': later('Delete interactions', 'Delete an interaction.'),
  'use_case:share': later(
    'Share use cases',
    'Share a use case with another team of which one is a member too.',
  ),
  'dataset:read': reading('See datasets', 'See a use case’s datasets.'),
  'dataset:create': reading('Create datasets', 'Create a dataset in a use case.'),
  'dataset:delete': reading('Delete datasets', 'Delete a dataset.'),
  'metric:read': reading('See metrics', 'See a use case’s metrics.'),
  'metric:create': reading('Create metrics', 'Create a metric in a use case.'),
  'metric:link': reading('Link metrics to jobs', 'Link a metric to the use case’s jobs.'),
  'model:read': reading('See models', 'See the models of a use case and those attached to it.'),
  'model:create': reading('Create models', 'Create a model in a use case.'),
  'model:update': reading('Change models', 'Change a model.'),
  'model:deploy': reading('Deploy models', 'Deploy a model.'),
  'model:terminate': reading('Terminate models', 'Terminate a deployed model.'),
  'team:read': reading('See the team', 'See the team.'),
  'team:update': reading('Change the team’s name', 'Change the team’s name.'),
} as const satisfies Record<string, PermissionDefinition>

export type AdaptivePermission = keyof typeof permissions
