import type { Rule } from '../../policy/language/policy.ts'
import type { Requirement } from '../../policy/language/requirement.ts'
import { anyMember, documented, inAdminTeam, inAnyTeam, inTeam, reading } from './rule.ts'

const manageMembership: Requirement = {
  any: [
    inAdminTeam('admin:manage_users'),
    { all: [inTeam('admin:manage_users'), { member: 'team', who: 'user' }] },
  ],
}

const everythingAboutUsers =
  'Only members of team Admin whose role includes “Manage users” create, rename and remove users.'

/** Rules about users: AD-06 and AD-08. */
export const users: Record<string, Rule> = {
  'admin:manage_users': documented(
    'AD-06',
    'Only members of team Admin whose role includes “Manage users” manage any user.',
    inAdminTeam('admin:manage_users'),
  ),
  'users.list': documented(
    'AD-06',
    'Only people whose role in some team includes “Manage users” list the users.',
    inAnyTeam('admin:manage_users'),
  ),
  'users.me': anyMember('AD-06', 'Everyone sees themselves.'),
  'users.get': reading(
    'AD-06',
    'People who may list users see each of them; everyone sees themselves.',
    {
      any: [inAnyTeam('admin:manage_users'), { self: 'user' }],
    },
  ),
  'users.create': documented('AD-06', everythingAboutUsers, inAdminTeam('admin:manage_users')),
  'users.remove': documented('AD-06', everythingAboutUsers, inAdminTeam('admin:manage_users')),
  'users.update.name': documented('AD-06', everythingAboutUsers, inAdminTeam('admin:manage_users')),
  'users.update.teams.set': documented(
    'AD-06',
    'Only people whose role in that team, or in team Admin, includes “Manage users” set a member’s role.',
    manageMembership,
  ),
  'users.update.teams.remove': reading(
    'AD-06',
    'Only people whose role in that team, or in team Admin, includes “Manage users” end a membership.',
    manageMembership,
  ),
  'users.update.teams.add': reading(
    'AD-08',
    'Only members of team Admin whose role includes “Manage users” add somebody to a team; the team’s own admin does not.',
    manageMembership,
  ),
}

/** Rules about roles: AD-04. */
export const roles: Record<string, Rule> = {
  'admin:manage_roles': documented(
    'AD-04',
    'Only members of team Admin whose role includes “Manage roles” manage roles.',
    inAdminTeam('admin:manage_roles'),
  ),
  'roles.list': documented(
    'AD-04',
    'Only people whose role in some team includes “Manage roles” list the roles.',
    inAnyTeam('admin:manage_roles'),
  ),
  ...Object.fromEntries(
    ['create', 'update', 'delete'].map((verb) => [
      `roles.${verb}`,
      documented(
        'AD-04',
        'Only members of team Admin whose role includes “Manage roles” create, change and delete roles.',
        inAdminTeam('admin:manage_roles'),
      ),
    ]),
  ),
}

/** Rules about teams: AD-05. */
export const teams: Record<string, Rule> = {
  'admin:manage_teams': documented(
    'AD-05',
    'Only members of team Admin whose role includes “Manage teams” manage teams.',
    inAdminTeam('admin:manage_teams'),
  ),
  'team:read': documented(
    'AD-01',
    'Members of a team see it if their role there includes it.',
    inTeam('team:read'),
  ),
  'team:update': documented(
    'AD-01',
    'Members of a team change its name if their role there includes it.',
    inTeam('team:update'),
  ),
  'teams.list': documented(
    'AD-05',
    'Only people whose role in some team includes “Manage teams” list the teams.',
    inAnyTeam('admin:manage_teams'),
  ),
  'teams.get': documented(
    'AD-05',
    'People who may list teams see each of them; members see their own if their role there includes it.',
    { any: [inAnyTeam('admin:manage_teams'), inTeam('team:read')] },
  ),
  'teams.update.name': reading(
    'AD-05',
    'Members of a team change its name if their role there includes it; so do people who manage teams in team Admin.',
    { any: [inAdminTeam('admin:manage_teams'), inTeam('team:update')] },
  ),
  ...Object.fromEntries(
    ['teams.create', 'teams.delete', 'teams.update.defaultRole'].map((action) => [
      action,
      documented(
        'AD-05',
        'Only members of team Admin whose role includes “Manage teams” create, change and delete teams.',
        inAdminTeam('admin:manage_teams'),
      ),
    ]),
  ),
}
