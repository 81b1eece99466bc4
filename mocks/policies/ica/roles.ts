import type { RoleDefinition } from '../../policy/language/policy.ts'
import type { IcaPermission } from './permissions.ts'

interface IcaRole extends RoleDefinition {
  permissions: readonly IcaPermission[]
}

/** The role categories of a project. */
export type IcaCategory = 'project' | 'flow' | 'base' | 'bench'

const inCategory =
  (category: IcaCategory, title: string) =>
  <Key extends string>(key: Key, name: string, permissions: readonly IcaPermission[]) =>
    ({
      key,
      name: `${title}: ${name}`,
      scope: 'project',
      category,
      permissions,
      origin: 'documented',
    }) as const satisfies IcaRole

const project = inCategory('project', 'Project Access')
const flow = inCategory('flow', 'Flow Access')
const base = inCategory('base', 'Base Access')
const bench = inCategory('bench', 'Bench Access')

const providing = ['project:create_connector'] as const
const viewing = [...providing, 'project:view_resources'] as const
const contributing = [
  ...viewing,
  'project:link_data',
  'project:subscribe_notifications',
  'project:view_activity',
  'project:create_samples',
] as const
const administering = [
  ...contributing,
  'project:delete_data',
  'project:manage_notification_channels',
  'project:manage_team',
  'project:change_owner',
  'project:edit',
] as const

const reading = [
  'base:view_records',
  'base:follow_links',
  'base:create_queries',
  'base:run_queries',
  'base:export_query',
  'base:save_query',
  'base:export_tables',
] as const

const working = ['bench:execute_notebook', 'bench:run_workspace'] as const

export const roles = [
  {
    key: 'tenant_administrator',
    name: 'Tenant administrator',
    description:
      'Manages users, workgroups and tenant administrators, edits every project’s details and changes its owner.',
    scope: 'organization',
    permissions: [
      'tenant:manage_users',
      'tenant:manage_workgroups',
      'tenant:manage_administrators',
      'tenant:edit',
      'project:edit',
      'project:change_owner',
    ],
    origin: 'reading',
  },
  {
    key: 'member',
    name: 'Member',
    description: 'Creates projects, and works in those whose team they are on.',
    scope: 'organization',
    permissions: [],
    origin: 'reading',
  },
  {
    key: 'workgroup_member',
    name: 'Workgroup member',
    description: 'Has what the workgroup’s entries give.',
    scope: 'team',
    permissions: [],
    origin: 'reading',
  },
  project('none', 'No Access', []),
  project('data_provider', 'Data Provider', providing),
  project('viewer', 'Viewer', viewing),
  project('contributor', 'Contributor', contributing),
  project('administrator', 'Administrator', administering),
  flow('none', 'No Access', []),
  flow('viewer', 'Viewer', ['flow:view_results']),
  flow('contributor', 'Contributor', [
    'flow:view_results',
    'flow:create_analyses',
    'flow:create_pipelines',
    'flow:edit_pipelines',
    'flow:add_docker_image',
  ]),
  base('none', 'No Access', []),
  base('viewer', 'Viewer', reading),
  base('contributor', 'Contributor', [...reading, 'base:create_tables', 'base:load_files']),
  bench('none', 'No Access', []),
  bench('contributor', 'Contributor', working),
  bench('administrator', 'Administrator', [
    ...working,
    'bench:manage_workspaces',
    'bench:install_packages',
    'bench:build_docker_image',
    'bench:create_tool',
  ]),
] as const satisfies readonly IcaRole[]
