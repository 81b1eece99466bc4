import type { PermissionDefinition } from '../../policy/language/policy.ts'

const documented = (description: string): PermissionDefinition => ({
  description,
  origin: 'documented',
})

const reading = (description: string, note: string): PermissionDefinition => ({
  description,
  origin: 'reading',
  note,
})

export const permissions = {
  'members:list': documented('See all members and their statuses, pending ones too.'),
  'members:invite': documented('Invite somebody to the organization.'),
  'members:resend_invitation': documented('Send a pending invitation again.'),
  'members:withdraw_invitation': documented('Withdraw a pending invitation.'),
  'members:edit_role': documented('Change the role of an active member.'),
  'members:remove': documented('Remove an active member from the organization.'),
  'organization:edit': reading(
    'Change the organization’s name and description.',
    'The vendor gives administrators full control over the organization, and creators write permission over it too; that is read as projects and content.',
  ),
  'project:create': documented('Set up a project.'),
  'experiment:run': documented('Start an experiment, or stop it.'),
  'artifact:view': documented('See every artifact: projects and all that is in them.'),
  'artifact:write': documented('Make artifacts, and change or move anybody’s.'),
  'artifact:delete_own': documented('Delete one’s own artifacts.'),
  'artifact:delete_any': documented(
    'Delete anybody’s artifacts, projects and experiments included.',
  ),
} as const satisfies Record<string, PermissionDefinition>

export type PeltarionPermission = keyof typeof permissions
