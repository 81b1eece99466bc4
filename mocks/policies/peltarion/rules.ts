import type { Rule } from '../../policy/language/policy.ts'
import type { Requirement } from '../../policy/language/requirement.ts'
import type { PeltarionPermission } from './permissions.ts'

const holds = (permission: PeltarionPermission): Requirement => ({ permission, in: 'organization' })

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

/** What the organization role must contain, all by one rule. */
const byRole = (
  id: string,
  text: string,
  permissions: readonly PeltarionPermission[],
): Record<string, Rule> =>
  Object.fromEntries(
    permissions.map((permission) => [permission, documented(id, text, holds(permission))]),
  )

const anyMember = (text: string): Rule => reading('PE-01', text, { nothing: true })

const members: Record<string, Rule> = {
  'members:list': documented(
    'PE-01',
    'Every active member sees all members and their statuses, pending ones too.',
    holds('members:list'),
  ),
  'users.me': anyMember('Everyone sees themselves.'),
  'users.get': reading(
    'PE-01',
    'Whoever sees all members sees one, and everyone sees themselves.',
    {
      any: [holds('members:list'), { self: 'user' }],
    },
  ),
  ...byRole(
    'PE-02',
    'Only administrators invite, resend, withdraw, change roles and remove others.',
    [
      'members:invite',
      'members:resend_invitation',
      'members:withdraw_invitation',
      'members:edit_role',
      'members:remove',
    ],
  ),
  'users.remove': reading('PE-02', 'Only administrators remove others; every member may leave.', {
    any: [holds('members:remove'), { self: 'user' }],
  }),
}

const answerText = 'An invitation is answered by the person whom it is for.'

const invitations: Record<string, Rule> = {
  'invitations.get': reading(
    'PE-01',
    'Whoever sees all members sees the invitations, and everyone sees their own.',
    { any: [holds('members:list'), { self: 'invitation' }] },
  ),
  'invitations.accept': documented('PE-05', answerText, { self: 'invitation' }),
  'invitations.reject': documented('PE-05', answerText, { self: 'invitation' }),
}

const deletionText =
  'Administrators delete any artifact, projects and experiments included; creators only their own.'

const artifacts: Record<string, Rule> = {
  ...byRole('PE-09', 'Administrators and creators set up projects and write everything in them.', [
    'project:create',
    'experiment:run',
    'artifact:write',
  ]),
  'artifact:view': documented(
    'PE-09',
    'Every role shows all the artifacts on the platform.',
    holds('artifact:view'),
  ),
  'artifact:delete_own': documented('PE-09', deletionText, {
    all: [holds('artifact:delete_own'), { creator: 'artifact' }],
  }),
  'artifact:delete_any': documented('PE-09', deletionText, holds('artifact:delete_any')),
  'artifacts.delete': documented('PE-09', deletionText, {
    any: [
      holds('artifact:delete_any'),
      { all: [holds('artifact:delete_own'), { creator: 'artifact' }] },
    ],
  }),
  'projects.delete': reading(
    'PE-09',
    'Administrators delete any project; creators their own, while nothing in it is somebody else’s.',
    {
      any: [
        holds('artifact:delete_any'),
        { all: [holds('artifact:delete_own'), { creator: 'project_contents' }] },
      ],
    },
  ),
}

const others: Record<string, Rule> = {
  'organization:edit': reading(
    'PE-11',
    'The organization’s settings are the administrators’; a creator’s write permission is for projects and content.',
    holds('organization:edit'),
  ),
  'organization.get': anyMember('Every active member sees the organization.'),
  'permissions.list': anyMember('Every active member sees what permissions there are.'),
  'roles.list': anyMember('Every active member sees what roles there are.'),
  'policy.get': anyMember('Every active member sees the policy in force.'),
  'access.self': reading(
    'PE-01',
    'Everyone asks about themselves; about others, whoever sees all members.',
    { any: [{ self: 'user' }, holds('members:list')] },
  ),
}

export const rules = { ...members, ...invitations, ...artifacts, ...others }
