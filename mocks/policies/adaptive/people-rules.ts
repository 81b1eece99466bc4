import type { Rule } from '../../policy/language/policy.ts'
import type { Requirement } from '../../policy/language/requirement.ts'
import { anyMember, documented, inAdminTeam, inAnyTeam, inTeam, reading } from './rule.ts'

const manageMembership: Requirement = {
  any: [
    inAdminTeam('admin:manage_users'),
    { all: [inTeam('admin:manage_users'), { member: 'team', who: 'user' }] },
  ],
}

const everythingAboutUsers = 'Everything else about users of any team goes through team admin.'

/** Rules about users: AD-06 and AD-08. */
export const users: Record<string, Rule> = {
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

/** Rules about roles: AD-04. */
export const roles: Record<string, Rule> = {
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

/** Rules about teams: AD-05. */
export const teams: Record<string, Rule> = {
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
    'People who may list teams see each of them, and team:read shows one’s own.',
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
