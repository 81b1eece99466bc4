import type { PermissionDefinition } from '../../policy/language/policy.ts'

const documented = (name: string, description: string): PermissionDefinition => ({
  name,
  description,
  origin: 'documented',
})

const reading = (name: string, description: string): PermissionDefinition => ({
  name,
  description,
  origin: 'reading',
  note: 'The vendor names the tenant administrator; the key is this project’s own.',
})

const project = {
  'project:create_connector': documented(
    'Create a connector',
    'Create a connector in the project.',
  ),
  'project:view_resources': documented(
    'View project resources',
    'See the project’s data, samples and other resources.',
  ),
  'project:link_data': documented('Link data', 'Link data to the project, or unlink it.'),
  'project:subscribe_notifications': documented(
    'Subscribe to notifications',
    'Subscribe to the project’s notifications.',
  ),
  'project:view_activity': documented('View activity', 'See the project’s activity.'),
  'project:create_samples': documented('Create samples', 'Create samples in the project.'),
  'project:delete_data': documented(
    'Delete or archive data',
    'Delete or archive the project’s data.',
  ),
  'project:manage_notification_channels': documented(
    'Manage notification channels',
    'Manage the project’s notification channels.',
  ),
  'project:manage_team': documented(
    'Manage the project team',
    'Manage the project team: its members, their roles and rights.',
  ),
  'project:change_owner': documented(
    'Change the project owner',
    'Make another user the project owner.',
  ),
  'project:edit': documented(
    'Edit project details',
    'Change the project’s name, description and tags.',
  ),
}

const flow = {
  'flow:view_results': documented('View analysis results', 'See the results of analyses.'),
  'flow:create_analyses': documented('Create analyses', 'Create analyses.'),
  'flow:create_pipelines': documented('Create pipelines and tools', 'Create pipelines and tools.'),
  'flow:edit_pipelines': documented('Edit pipelines and tools', 'Change pipelines and tools.'),
  'flow:add_docker_image': documented('Add a docker image', 'Add a docker image.'),
}

const base = {
  'base:view_records': documented('View table records', 'See the records of tables.'),
  'base:follow_links': documented('Follow links', 'Follow the links in a table.'),
  'base:create_queries': documented('Create queries', 'Create queries.'),
  'base:run_queries': documented('Run queries', 'Run queries.'),
  'base:export_query': documented('Export a query', 'Export the results of a query.'),
  'base:save_query': documented('Save a query', 'Save a query.'),
  'base:export_tables': documented('Export tables', 'Export tables.'),
  'base:create_tables': documented('Create tables', 'Create tables.'),
  'base:load_files': documented('Load files', 'Load files into a table.'),
}

const bench = {
  'bench:execute_notebook': documented('Execute a notebook', 'Execute a notebook.'),
  'bench:run_workspace': documented('Start and stop a workspace', 'Start and stop a workspace.'),
  'bench:manage_workspaces': documented(
    'Manage workspaces',
    'Create, change and delete workspaces.',
  ),
  'bench:install_packages': documented(
    'Install packages',
    'Install further tools, packages and libraries.',
  ),
  'bench:build_docker_image': documented('Build a docker image', 'Build a new Bench docker image.'),
  'bench:create_tool': documented('Create a tool', 'Create a tool that pipelines can execute.'),
}

const transfer = {
  'data:upload': documented('Upload data', 'Upload data, whatever the role.'),
  'data:download': documented('Download data', 'Download data, whatever the role.'),
}

const tenant = {
  'tenant:manage_users': reading(
    'Manage users',
    'List, rename and remove the tenant’s users, and see what they did.',
  ),
  'tenant:manage_workgroups': reading(
    'Manage workgroups',
    'Create, change and delete workgroups, and manage their members.',
  ),
  'tenant:manage_administrators': reading(
    'Manage tenant administrators',
    'Make somebody a tenant administrator, or a member again.',
  ),
  'tenant:edit': reading('Edit the tenant', 'Change the tenant’s name and description.'),
}

export const permissions = {
  ...project,
  ...flow,
  ...base,
  ...bench,
  ...transfer,
  ...tenant,
} as const satisfies Record<string, PermissionDefinition>

export type IcaPermission = keyof typeof permissions
