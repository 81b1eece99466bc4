import type { Rule } from '../../policy/language/policy.ts'
import { roles, teams, users } from './people-rules.ts'
import { anyMember, documented, inAdminTeam, inAnyTeam, reading } from './rule.ts'
import { artifacts, projects } from './work-rules.ts'

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
