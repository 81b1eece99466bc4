import type { PermissionDefinition } from '../../policy/language/policy.ts'

const documented = (description: string): PermissionDefinition => ({
  description,
  origin: 'documented',
})

const reading = (description: string): PermissionDefinition => ({
  description,
  origin: 'reading',
  note: 'The vendor names the tenant administrator; the key is this project’s own.',
})

const project = {
  'project:create_connector': documented('Create a connector in the project.'),
  'project:view_resources': documented('See the project’s data, samples and other resources.'),
  'project:link_data': documented('Link data to the project, or unlink it.'),
  'project:subscribe_notifications': documented('Subscribe to the project’s notifications.'),
  'project:view_activity': documented('See the project’s activity.'),
  'project:create_samples': documented('Create samples in the project.'),
  'project:delete_data': documented('Delete or archive the project’s data.'),
  'project:manage_notification_channels': documented('Manage the project’s notification channels.'),
  'project:manage_team': documented(
    'Manage the project team: its members, their roles and rights.',
  ),
  'project:change_owner': documented('Make another user the project owner.'),
  'project:edit': documented('Change the project’s name, description and tags.'),
}

const flow = {
  'flow:view_results': documented('See the results of analyses.'),
  'flow:create_analyses': documented('Create analyses.'),
  'flow:create_pipelines': documented('Create pipelines and tools.'),
  'flow:edit_pipelines': documented('Change pipelines and tools.'),
  'flow:add_docker_image': documented('Add a docker image.'),
}

const base = {
  'base:view_records': documented('See the records of tables.'),
  'base:follow_links': documented('Follow the links in a table.'),
  'base:create_queries': documented('Create queries.'),
  'base:run_queries': documented('Run queries.'),
  'base:export_query': documented('Export the results of a query.'),
  'base:save_query': documented('Save a query.'),
  'base:export_tables': documented('Export tables.'),
  'base:create_tables': documented('Create tables.'),
  'base:load_files': documented('Load files into a table.'),
}

const bench = {
  'bench:execute_notebook': documented('Execute a notebook.'),
  'bench:run_workspace': documented('Start and stop a workspace.'),
  'bench:manage_workspaces': documented('Create, change and delete workspaces.'),
  'bench:install_packages': documented('Install further tools, packages and libraries.'),
  'bench:build_docker_image': documented('Build a new Bench docker image.'),
  'bench:create_tool': documented('Create a tool that pipelines can execute.'),
}

const transfer = {
  'data:upload': documented('Upload data, whatever the role.'),
  'data:download': documented('Download data, whatever the role.'),
}

const tenant = {
  'tenant:manage_users': reading(
    'List, rename and remove the tenant’s users, and see what they did.',
  ),
  'tenant:manage_workgroups': reading(
    'Create, change and delete workgroups, and manage their members.',
  ),
  'tenant:manage_administrators': reading(
    'Make somebody a tenant administrator, or a member again.',
  ),
  'tenant:edit': reading('Change the tenant’s name and description.'),
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
