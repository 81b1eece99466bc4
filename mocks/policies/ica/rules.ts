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

/** Rows of the four access tables: who may, and what. */
const byRole = (
  who: string,
  rows: readonly (readonly [permission: IcaPermission, does: string])[],
): Record<string, Rule> =>
  Object.fromEntries(
    rows.map(([permission, does]) => [
      permission,
      documented('IC-08', `Only ${who} ${does}.`, onProject(permission)),
    ]),
  )

const rows: Record<string, Rule> = {
  ...byRole('the owner and people with any Project Access', [
    ['project:create_connector', 'create connectors'],
  ]),
  ...byRole('the owner, and Project Access contributors and administrators,', [
    ['project:link_data', 'link data'],
    ['project:subscribe_notifications', 'subscribe to notifications'],
    ['project:view_activity', 'view a project’s activity'],
    ['project:create_samples', 'create samples'],
  ]),
  ...byRole('the owner and Project Access administrators', [
    ['project:delete_data', 'delete or archive data'],
    ['project:manage_notification_channels', 'manage notification channels'],
  ]),
  ...byRole('Flow Access viewers and contributors', [
    ['flow:view_results', 'view analysis results'],
  ]),
  ...byRole('Flow Access contributors', [
    ['flow:create_analyses', 'create analyses'],
    ['flow:create_pipelines', 'create pipelines and tools'],
    ['flow:edit_pipelines', 'edit pipelines and tools'],
    ['flow:add_docker_image', 'add docker images'],
  ]),
  ...byRole('Base Access viewers and contributors', [
    ['base:view_records', 'view table records'],
    ['base:follow_links', 'follow links'],
    ['base:create_queries', 'create queries'],
    ['base:run_queries', 'run queries'],
    ['base:export_query', 'export queries'],
    ['base:save_query', 'save queries'],
    ['base:export_tables', 'export tables'],
  ]),
  ...byRole('Base Access contributors', [
    ['base:create_tables', 'create tables'],
    ['base:load_files', 'load files into tables'],
  ]),
  ...byRole('Bench Access contributors and administrators', [
    ['bench:execute_notebook', 'execute notebooks'],
    ['bench:run_workspace', 'start and stop workspaces'],
  ]),
  ...byRole('Bench Access administrators', [
    ['bench:manage_workspaces', 'manage workspaces'],
    ['bench:install_packages', 'install packages'],
    ['bench:build_docker_image', 'build docker images'],
    ['bench:create_tool', 'create tools'],
  ]),
  'project:view_resources': documented(
    'IC-08',
    'Only the owner, and Project Access viewers, contributors and administrators, view a project’s resources and the data linked to it.',
    { permission: 'project:view_resources', in: 'attached_project' },
  ),
}

const linkText =
  'Only people who may link data to a project, and who see the data, link or unlink it.'
const link: Requirement = {
  all: [
    { permission: 'project:link_data', in: 'destination' },
    { permission: 'project:view_resources', in: 'attached_project' },
  ],
}

const data: Record<string, Rule> = {
  'data:upload': documented(
    'IC-04',
    'Only people with the right to upload do so, whatever their role.',
    onProject('data:upload'),
  ),
  'data:download': documented(
    'IC-04',
    'Only people with the right to download do so, whatever their role.',
    onProject('data:download'),
  ),
  'data.move': reading(
    'IC-04',
    'Only people who may delete and download data where it is, and upload where it goes, move it.',
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

const teamText = 'Only a project administrator or the owner manages the project team.'
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
    'Only people with an effective entry, the owner and tenant administrators see a project.',
    seesProject,
  ),
  'project:edit': reading(
    'IC-10',
    'Only the owner, project administrators and tenant administrators edit a project’s details.',
    onProject('project:edit'),
  ),
  'projects.delete': reading(
    'IC-08',
    'Only the owner and Project Access administrators delete a project.',
    onProject('project:delete_data'),
  ),
  'project:change_owner': documented(
    'IC-05',
    'Only the current owner, a tenant administrator or a project administrator changes the owner.',
    onProject('project:change_owner'),
  ),
}

const tenantText =
  'Only tenant administrators manage the tenant’s users, workgroups and administrators.'

const tenant: Record<string, Rule> = {
  'tenant:manage_users': reading('IC-10', tenantText, inTenant('tenant:manage_users')),
  'tenant:manage_workgroups': reading('IC-10', tenantText, inTenant('tenant:manage_workgroups')),
  'tenant:manage_administrators': reading(
    'IC-10',
    tenantText,
    inTenant('tenant:manage_administrators'),
  ),
  'tenant:edit': reading(
    'IC-10',
    'Only tenant administrators edit the tenant.',
    inTenant('tenant:edit'),
  ),
  'users.me': anyMember('IC-10', 'Everyone sees themselves.'),
  'users.get': reading(
    'IC-10',
    'Tenant administrators see each user, and everyone sees themselves.',
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
    'Everyone may ask about themselves; tenant administrators may ask about anyone.',
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
