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

/** Rules that share an id and a text, each for one permission of the organization role. */
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
    'People who see all members see each of them; everyone sees themselves.',
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

const answerText = 'Only the invited person answers an invitation.'

const invitations: Record<string, Rule> = {
  'invitations.get': reading(
    'PE-01',
    'People who see all members see all invitations; everyone sees their own.',
    { any: [holds('members:list'), { self: 'invitation' }] },
  ),
  'invitations.accept': documented('PE-05', answerText, { self: 'invitation' }),
  'invitations.reject': documented('PE-05', answerText, { self: 'invitation' }),
}

const deletionText =
  'Administrators delete any artifact, projects and experiments included; creators only their own.'

const artifacts: Record<string, Rule> = {
  ...byRole(
    'PE-09',
    'Only administrators and creators set up projects and write everything in them.',
    ['project:create', 'experiment:run', 'artifact:write'],
  ),
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
    'Administrators delete any project; creators delete their own, as long as nothing in it is somebody else’s.',
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
    'Only administrators change the organization’s settings; a creator’s write permission is for projects and content.',
    holds('organization:edit'),
  ),
  'organization.get': anyMember('Every active member sees the organization.'),
  'permissions.list': anyMember('Every active member sees all permissions.'),
  'roles.list': anyMember('Every active member sees all roles.'),
  'policy.get': anyMember('Every active member sees the policy in force.'),
  'access.self': reading(
    'PE-01',
    'Everyone may ask about themselves; people who see all members may ask about anyone.',
    { any: [{ self: 'user' }, holds('members:list')] },
  ),
}

export const rules = { ...members, ...invitations, ...artifacts, ...others }
