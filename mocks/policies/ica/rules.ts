import type { Rule } from '../../policy/language/policy.ts'
import type { Requirement } from '../../policy/language/requirement.ts'
import type { IcaPermission } from './permissions.ts'

const inTenant = (permission: IcaPermission): Requirement => ({ permission, in: 'organization' })
const onProject = (permission: IcaPermission): Requirement => ({ permission, in: 'project' })
const seesProject: Requirement = { member: 'project' }

const rule =
  (origin: Rule['origin']) =>
  (id: string, text: string, require: Requirement): Rule => ({ id, text, require, origin })

const documented = rule('documented')
const reading = rule('reading')

const anyMember = (id: string, text: string): Rule => reading(id, text, { nothing: true })

/** A row of the four access tables: an entry's role in the category must contain the permission. */
const byRole = (permissions: readonly IcaPermission[]): Record<string, Rule> =>
  Object.fromEntries(
    permissions.map((permission) => [
      permission,
      documented(
        'IC-08',
        `${permission} must be in a role that an entry gives on the project.`,
        onProject(permission),
      ),
    ]),
  )

const rows: Record<string, Rule> = {
  ...byRole([
    'project:create_connector',
    'project:link_data',
    'project:subscribe_notifications',
    'project:view_activity',
    'project:create_samples',
    'project:delete_data',
    'project:manage_notification_channels',
    'flow:view_results',
    'flow:create_analyses',
    'flow:create_pipelines',
    'flow:edit_pipelines',
    'flow:add_docker_image',
    'base:view_records',
    'base:follow_links',
    'base:create_queries',
    'base:run_queries',
    'base:export_query',
    'base:save_query',
    'base:export_tables',
    'base:create_tables',
    'base:load_files',
    'bench:execute_notebook',
    'bench:run_workspace',
    'bench:manage_workspaces',
    'bench:install_packages',
    'bench:build_docker_image',
    'bench:create_tool',
  ]),
  'project:view_resources': documented(
    'IC-08',
    'project:view_resources must be in a role that an entry gives on the project; for linked data, on one that it is linked to.',
    { permission: 'project:view_resources', in: 'attached_project' },
  ),
}

const linkText =
  'Linking data to a project, or unlinking it, needs project:link_data there, and seeing the data.'
const link: Requirement = {
  all: [
    { permission: 'project:link_data', in: 'destination' },
    { permission: 'project:view_resources', in: 'attached_project' },
  ],
}

const data: Record<string, Rule> = {
  'data:upload': documented(
    'IC-04',
    'Uploading needs the right to upload, whatever the role.',
    onProject('data:upload'),
  ),
  'data:download': documented(
    'IC-04',
    'Downloading needs the right to download, whatever the role.',
    onProject('data:download'),
  ),
  'data.move': reading(
    'IC-04',
    'Moving data needs deleting and downloading it where it is, and uploading it where it goes.',
    {
      all: [
        onProject('project:delete_data'),
        onProject('data:download'),
        { permission: 'data:upload', in: 'destination' },
      ],
    },
  ),
  'data.link': reading('IC-08', linkText, link),
  'data.unlink': reading('IC-08', linkText, link),
}

const teamText = 'A project administrator or the owner manages the project team.'
const answerText = 'Only the person of an entry accepts or rejects it.'

const members: Record<string, Rule> = {
  'project:manage_team': documented('IC-01', teamText, onProject('project:manage_team')),
  'projects.members.list': reading(
    'IC-11',
    'Everyone who sees the project sees its team.',
    seesProject,
  ),
  'projects.members.get': reading(
    'IC-11',
    'Everyone who sees the project sees its team, and everyone sees their own entry.',
    { any: [seesProject, { self: 'member' }] },
  ),
  'projects.members.answer': documented('IC-02', answerText, { self: 'member' }),
}

const projects: Record<string, Rule> = {
  'projects.list': anyMember('IC-11', 'Everyone lists the projects that they may see.'),
  'projects.create': anyMember('IC-11', 'Every active user creates projects, and owns them.'),
  'projects.get': reading(
    'IC-11',
    'An effective entry, ownership or tenant administration shows the project.',
    seesProject,
  ),
  'project:edit': reading(
    'IC-10',
    'The owner, project administrators and tenant administrators edit a project’s details.',
    onProject('project:edit'),
  ),
  'projects.delete': reading(
    'IC-08',
    'Everyone who may delete a project’s data may delete the project.',
    onProject('project:delete_data'),
  ),
  'project:change_owner': documented(
    'IC-05',
    'The project owner is changed by the current owner, a tenant administrator or a project administrator.',
    onProject('project:change_owner'),
  ),
}

const tenantText = 'Tenant administrators manage the tenant’s users, workgroups and administrators.'

const tenant: Record<string, Rule> = {
  'tenant:manage_users': reading('IC-10', tenantText, inTenant('tenant:manage_users')),
  'tenant:manage_workgroups': reading('IC-10', tenantText, inTenant('tenant:manage_workgroups')),
  'tenant:manage_administrators': reading(
    'IC-10',
    tenantText,
    inTenant('tenant:manage_administrators'),
  ),
  'tenant:edit': reading('IC-10', tenantText, inTenant('tenant:edit')),
  'users.me': anyMember('IC-10', 'Everyone sees themselves.'),
  'users.get': reading(
    'IC-10',
    'People who may list users see each of them; everyone sees themselves.',
    {
      any: [inTenant('tenant:manage_users'), { self: 'user' }],
    },
  ),
  'teams.list': anyMember(
    'IC-01',
    'Everyone sees the workgroups that projects may be shared with.',
  ),
}

const others: Record<string, Rule> = {
  'artifacts.list': anyMember('IC-11', 'Everyone lists the artifacts that they may see.'),
  'organization.get': anyMember('IC-10', 'Every active member sees the tenant.'),
  'permissions.list': anyMember('IC-08', 'Everyone sees all permissions.'),
  'roles.list': anyMember('IC-08', 'Everyone sees all roles.'),
  'policy.get': anyMember('IC-08', 'Every active member sees the policy in force.'),
  'policy.matrix': anyMember('IC-08', 'Every active member sees the policy in force.'),
  'access.self': reading(
    'IC-10',
    'Everyone may ask about themselves; people who may list users may ask about anyone.',
    { any: [{ self: 'user' }, inTenant('tenant:manage_users')] },
  ),
}

export const rules = { ...rows, ...data, ...members, ...projects, ...tenant, ...others }

export const visibility = {
  project: reading(
    'IC-11',
    'A project is visible to everyone who has an effective entry on it, owns it or administers the tenant.',
    seesProject,
  ),
  artifact: reading(
    'IC-11',
    'Everyone who sees a project sees what is in it, and the data that is linked to it.',
    { member: 'attached_project' },
  ),
  member: reading(
    'IC-11',
    'An entry is visible to everyone who sees the project, and to its own person.',
    { any: [seesProject, { self: 'member' }] },
  ),
}
