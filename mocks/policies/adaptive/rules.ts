import type { Rule } from '../../policy/language/policy.ts'
import { roles, teams, users } from './people-rules.ts'
import { anyMember, documented, inAdminTeam, inAnyTeam, reading } from './rule.ts'
import { artifacts, projects } from './work-rules.ts'

const others: Record<string, Rule> = {
  'permissions.list': anyMember('AD-16', 'Everyone sees all permissions.'),
  'organization.get': anyMember('AD-01', 'Every active member sees the organization.'),
  'organization.update': reading(
    'AD-07',
    'Only members of team Admin whose role includes “Manage teams” change the organization.',
    inAdminTeam('admin:manage_teams'),
  ),
  'audit.list': reading(
    'AD-06',
    'Only people who may list users see who did what.',
    inAnyTeam('admin:manage_users'),
  ),
  'policy.get': anyMember('AD-01', 'Every active member sees the policy in force.'),
  'policy.matrix': anyMember('AD-01', 'Every active member sees the policy in force.'),
  'access.self': reading(
    'AD-06',
    'Everyone may ask about themselves; people who may list users may ask about anyone.',
    { any: [{ self: 'user' }, inAnyTeam('admin:manage_users')] },
  ),
}

export const rules = { ...users, ...roles, ...teams, ...projects, ...artifacts, ...others }

export const visibility = {
  project: documented(
    'AD-03',
    'A use case is visible to members of the owning team and of teams that it is shared with.',
    { member: 'project' },
  ),
  artifact: documented(
    'AD-03',
    'Everyone who sees a use case sees what is in it, and the models that are attached to it.',
    { member: 'attached_project' },
  ),
}
