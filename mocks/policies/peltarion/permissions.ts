import type { PermissionDefinition } from '../../policy/language/policy.ts'

const documented = (name: string, description: string): PermissionDefinition => ({
  name,
  description,
  origin: 'documented',
})

const reading = (name: string, description: string, note: string): PermissionDefinition => ({
  name,
  description,
  origin: 'reading',
  note,
})

export const permissions = {
  'members:list': documented(
    'See all members',
    'See all members and their statuses, pending ones too.',
  ),
  'members:invite': documented('Invite members', 'Invite somebody to the organization.'),
  'members:resend_invitation': documented('Resend invitations', 'Send a pending invitation again.'),
  'members:withdraw_invitation': documented(
    'Withdraw invitations',
    'Withdraw a pending invitation.',
  ),
  'members:edit_role': documented('Change roles', 'Change the role of an active member.'),
  'members:remove': documented('Remove members', 'Remove an active member from the organization.'),
  'organization:edit': reading(
    'Edit the organization',
    'Change the organization’s name and description.',
    'The vendor gives administrators full control over the organization, and creators write permission over it too; that is read as projects and content.',
  ),
  'project:create': documented('Create projects', 'Set up a project.'),
  'experiment:run': documented('Run experiments', 'Start an experiment, or stop it.'),
  'artifact:view': documented(
    'See every artifact',
    'See every artifact: projects and all that is in them.',
  ),
  'artifact:write': documented('Write artifacts', 'Make artifacts, and change or move anybody’s.'),
  'artifact:delete_own': documented('Delete own artifacts', 'Delete one’s own artifacts.'),
  'artifact:delete_any': documented(
    'Delete anybody’s artifacts',
    'Delete anybody’s artifacts, projects and experiments included.',
  ),
} as const satisfies Record<string, PermissionDefinition>

export type PeltarionPermission = keyof typeof permissions
