import type { PermissionDefinition } from '../../policy/language/policy.ts'

const documented = (description: string): PermissionDefinition => ({
  description,
  origin: 'documented',
})

const later = (description: string): PermissionDefinition => ({
  description,
  origin: 'documented',
  note: 'The key is from the vendor’s later documentation.',
})

const reading = (description: string): PermissionDefinition => ({
  description,
  origin: 'reading',
  note: 'The vendor names the category; the key is this project’s own.',
})

export const permissions = {
  'admin:manage_roles': documented(
    'List all roles, held in any team; create, change and delete roles, held in team admin.',
  ),
  'admin:manage_teams': documented(
    'List all teams, held in any team; create and delete teams, held in team admin.',
  ),
  'admin:manage_users': documented(
    'List all users, held in any team; set or end memberships in that team; everything about any user, held in team admin.',
  ),
  'use_case:read': later('See the team’s use cases and those shared with it.'),
  'use_case:create': later('Create a use case in the team.'),
  'use_case:update': later('Change or delete a use case.'),
  'use_case:manage_models': later('Attach a model to a use case, or detach it.'),
  'use_case:adapt': documented('Fine-tune models: create a training job in a use case.'),
  'use_case:evaluate': later('Create an evaluation job in a use case.'),
  'use_case:interact': later('Send an interaction to a use case’s models.'),
  'use_case:add_feedback': later('Add feedback to an interaction.'),
  'use_case:read_interactions': later('See a use case’s interactions.'),
  'use_case:update_interactions': later('Change an interaction.'),
  'use_case:delete_interactions': later('Delete an interaction.'),
  'use_case:share': later('Share a use case with another team of which one is a member too.'),
  'dataset:read': reading('See a use case’s datasets.'),
  'dataset:create': reading('Create a dataset in a use case.'),
  'dataset:delete': reading('Delete a dataset.'),
  'metric:read': reading('See a use case’s metrics.'),
  'metric:create': reading('Create a metric in a use case.'),
  'metric:link': reading('Link a metric to the use case’s jobs.'),
  'model:read': reading('See the models of a use case and those attached to it.'),
  'model:create': reading('Create a model in a use case.'),
  'model:update': reading('Change a model.'),
  'model:deploy': reading('Deploy a model.'),
  'model:terminate': reading('Terminate a deployed model.'),
  'team:read': reading('See the team.'),
  'team:update': reading('Change the team’s name.'),
} as const satisfies Record<string, PermissionDefinition>

export type AdaptivePermission = keyof typeof permissions
