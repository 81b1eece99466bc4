import type { Requirement } from '../../policy/requirement.ts'
import type { Rule } from '../../policy/policy.ts'
import type { AdaptivePermission } from './permissions.ts'

const inAdminTeam = (permission: AdaptivePermission): Requirement => ({
  permission,
  in: { team: 'admin' },
})
const inAnyTeam = (permission: AdaptivePermission): Requirement => ({ permission, in: 'any_team' })
const inTeam = (permission: AdaptivePermission): Requirement => ({ permission, in: 'team' })

const documented = (id: string, text: string, require: Requirement): Rule => ({
  id,
  text,
  require,
  origin: 'documented',
})
const reading = (id: string, text: string, require: Requirement): Rule => ({
  id,
  text,
  require,
  origin: 'reading',
})

const anyMember = (id: string, text: string): Rule => documented(id, text, { nothing: true })

const manageMembership: Requirement = {
  any: [
    inAdminTeam('admin:manage_users'),
    { all: [inTeam('admin:manage_users'), { member: 'team', who: 'user' }] },
  ],
}

const everythingAboutUsers = 'Everything else about users of any team goes through team admin.'

const share: Requirement = {
  all: [{ permission: 'use_case:share', in: 'project' }, { path: 'owner' }, { member: 'team' }],
}
const shareText =
  'Sharing a use case needs use_case:share through the owning team or an owner’s share, and membership of the other team too.'

/** What a role held in the team concerned must contain. */
const byTeamRole = (permissions: readonly AdaptivePermission[]): Record<string, Rule> =>
  Object.fromEntries(
    permissions.map((permission) => [
      permission,
      documented('AD-01', `${permission} must be in the role held in the team concerned.`, {
        permission,
        in: 'project',
      }),
    ]),
  )

const users: Record<string, Rule> = {
  'admin:manage_users': documented(
    'AD-06',
    'Managing any user needs admin:manage_users held in team admin.',
    inAdminTeam('admin:manage_users'),
  ),
  'users.list': documented(
    'AD-06',
    'admin:manage_users, held in any team, lists all users.',
    inAnyTeam('admin:manage_users'),
  ),
  'users.me': anyMember('AD-06', 'Everyone sees themselves.'),
  'users.get': reading('AD-06', 'Whoever may list users sees one, and everyone sees themselves.', {
    any: [inAnyTeam('admin:manage_users'), { self: 'user' }],
  }),
  'users.create': documented('AD-06', everythingAboutUsers, inAdminTeam('admin:manage_users')),
  'users.remove': documented('AD-06', everythingAboutUsers, inAdminTeam('admin:manage_users')),
  'users.update.name': documented('AD-06', everythingAboutUsers, inAdminTeam('admin:manage_users')),
  'users.update.teams.set': documented(
    'AD-06',
    'A member’s role in a team is set with admin:manage_users held in that team, or in team admin.',
    manageMembership,
  ),
  'users.update.teams.remove': reading(
    'AD-06',
    'A membership is ended with admin:manage_users held in that team, or in team admin.',
    manageMembership,
  ),
  'users.update.teams.add': reading(
    'AD-08',
    'Adding someone who is not a member needs admin:manage_users held in team admin, even for the team’s own admin.',
    manageMembership,
  ),
}

const roles: Record<string, Rule> = {
  'admin:manage_roles': documented(
    'AD-04',
    'Managing roles needs admin:manage_roles held in team admin.',
    inAdminTeam('admin:manage_roles'),
  ),
  'roles.list': documented(
    'AD-04',
    'admin:manage_roles, held in any team, lists all roles.',
    inAnyTeam('admin:manage_roles'),
  ),
  ...Object.fromEntries(
    ['create', 'update', 'delete'].map((verb) => [
      `roles.${verb}`,
      documented(
        'AD-04',
        'Creating, changing and deleting roles needs admin:manage_roles held in team admin.',
        inAdminTeam('admin:manage_roles'),
      ),
    ]),
  ),
}

const teams: Record<string, Rule> = {
  'admin:manage_teams': documented(
    'AD-05',
    'Managing teams needs admin:manage_teams held in team admin.',
    inAdminTeam('admin:manage_teams'),
  ),
  'team:read': documented(
    'AD-01',
    'team:read must be in the role held in the team.',
    inTeam('team:read'),
  ),
  'team:update': documented(
    'AD-01',
    'team:update must be in the role held in the team.',
    inTeam('team:update'),
  ),
  'teams.list': documented(
    'AD-05',
    'admin:manage_teams, held in any team, lists all teams.',
    inAnyTeam('admin:manage_teams'),
  ),
  'teams.get': documented(
    'AD-05',
    'Whoever may list teams sees one, and team:read shows one’s own.',
    { any: [inAnyTeam('admin:manage_teams'), inTeam('team:read')] },
  ),
  'teams.update.name': reading(
    'AD-05',
    'A team’s name is changed with team:update held in it, or admin:manage_teams held in team admin.',
    { any: [inAdminTeam('admin:manage_teams'), inTeam('team:update')] },
  ),
  ...Object.fromEntries(
    ['teams.create', 'teams.delete', 'teams.update.defaultRole'].map((action) => [
      action,
      documented(
        'AD-05',
        'Creating, changing and deleting teams needs admin:manage_teams held in team admin.',
        inAdminTeam('admin:manage_teams'),
      ),
    ]),
  ),
}

const projects: Record<string, Rule> = {
  'projects.list': anyMember('AD-03', 'Everyone lists the use cases that they may see.'),
  'projects.members.list': reading(
    'AD-03',
    'Whoever sees the use case sees the teams that it is shared with.',
    { member: 'project' },
  ),
  'use_case:create': documented(
    'AD-01',
    'use_case:create must be in the role held in the team that will own the use case.',
    inTeam('use_case:create'),
  ),
  'use_case:share': documented('AD-14', shareText, {
    all: [{ permission: 'use_case:share', in: 'project' }, { path: 'owner' }],
  }),
  'projects.members.add': documented('AD-14', shareText, share),
  'projects.members.update': reading('AD-14', shareText, share),
  'projects.members.remove': reading('AD-14', shareText, share),
  ...byTeamRole([
    'use_case:read',
    'use_case:update',
    'use_case:manage_models',
    'use_case:adapt',
    'use_case:evaluate',
    'use_case:interact',
    'use_case:add_feedback',
    'use_case:read_interactions',
    'use_case:update_interactions',
    'use_case:delete_interactions',
  ]),
}

const attachText =
  'A model is attached to a use case, or detached, with use_case:manage_models there, by whoever may see the model.'
const attach: Requirement = {
  all: [
    { permission: 'use_case:manage_models', in: 'destination' },
    { permission: 'model:read', in: 'attached_project' },
  ],
}

const move = (leave: AdaptivePermission, enter: AdaptivePermission): Rule =>
  reading('AD-01', `Moving needs ${leave} where the artifact is, and ${enter} where it goes.`, {
    all: [
      { permission: leave, in: 'project' },
      { permission: enter, in: 'destination' },
    ],
  })

const artifacts: Record<string, Rule> = {
  'artifacts.list': anyMember('AD-03', 'Everyone lists the artifacts that they may see.'),
  'models.attach': reading('AD-01', attachText, attach),
  'models.detach': reading('AD-01', attachText, attach),
  'models.move': move('model:update', 'model:create'),
  'datasets.move': move('dataset:delete', 'dataset:create'),
  ...byTeamRole([
    'dataset:read',
    'dataset:create',
    'dataset:delete',
    'metric:read',
    'metric:create',
    'metric:link',
    'model:create',
    'model:update',
    'model:deploy',
    'model:terminate',
  ]),
  'model:read': documented(
    'AD-01',
    'model:read must be in the role held in a team whose use case the model belongs to or is attached to.',
    { permission: 'model:read', in: 'attached_project' },
  ),
}

const others: Record<string, Rule> = {
  'permissions.list': anyMember('AD-16', 'Everyone sees what permissions there are.'),
  'organization.get': anyMember('AD-01', 'Every active member sees the organization.'),
  'organization.update': reading(
    'AD-07',
    'Changing the organization is a global operation: it needs admin:manage_teams held in team admin.',
    inAdminTeam('admin:manage_teams'),
  ),
  'audit.list': reading(
    'AD-06',
    'Whoever may list users sees who did what.',
    inAnyTeam('admin:manage_users'),
  ),
  'policy.get': anyMember('AD-01', 'Every active member sees the policy in force.'),
  'policy.matrix': anyMember('AD-01', 'Every active member sees the policy in force.'),
  'access.self': reading(
    'AD-06',
    'Everyone asks about themselves; about others, whoever may list users.',
    { any: [{ self: 'user' }, inAnyTeam('admin:manage_users')] },
  ),
}

export const rules = { ...users, ...roles, ...teams, ...projects, ...artifacts, ...others }

export const visibility = {
  project: documented(
    'AD-03',
    'A use case is seen by members of the owning team and of teams it is shared with.',
    { member: 'project' },
  ),
  artifact: documented(
    'AD-03',
    'What is in a use case is seen by those who see the use case; a model by those who see one that it is attached to.',
    { member: 'attached_project' },
  ),
}
