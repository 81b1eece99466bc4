import type { Rule } from '../../policy/language/policy.ts'
import type { Requirement } from '../../policy/language/requirement.ts'
import { type BigmlPermission, permissions } from './permissions.ts'

const inOrganization = (permission: BigmlPermission): Requirement => ({
  permission,
  in: 'organization',
})
const onProject = (permission: BigmlPermission): Requirement => ({ permission, in: 'project' })

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

const anyMember = (id: string, text: string): Rule => reading(id, text, { nothing: true })

/** Rules that require one permission each and are named like it. A rule is a reading if its permission is one. */
const byPermission = (
  needs: (permission: BigmlPermission) => Requirement,
  named: readonly (readonly [permission: BigmlPermission, id: string, text: string])[],
): Record<string, Rule> =>
  Object.fromEntries(
    named.map(([permission, id, text]): [string, Rule] => [
      permission,
      { id, text, require: needs(permission), origin: permissions[permission].origin },
    ]),
  )

const organization = byPermission(inOrganization, [
  ['organization:manage_subscription', 'BG-14', 'Only the owner manages the subscription plan.'],
  ['organization:edit', 'BG-01', 'Only the owner edits the organization info.'],
  ['organization:delete', 'BG-01', 'Only the owner deletes the organization.'],
  [
    'organization:invite_users',
    'BG-11',
    'Only the owner and admins invite users to the organization.',
  ],
  [
    'organization:revoke_invitation',
    'BG-11',
    'Only the owner and admins revoke pending invitations.',
  ],
  ['organization:manage_roles', 'BG-01', 'Only the owner and admins manage user roles.'],
  [
    'organization:remove_user',
    'BG-01',
    'Only the owner and admins remove users, and nobody removes the owner.',
  ],
  [
    'organization:access_all_projects',
    'BG-04',
    'Only the owner and admins have access to every project, without a permission on it.',
  ],
  [
    'organization:create_projects',
    'BG-09',
    'Only the owner, admins and members create projects, and restricted members do not.',
  ],
  [
    'organization:access_public_projects',
    'BG-06',
    'Every user of the organization has access to public projects.',
  ],
  [
    'organization:access_permitted_projects',
    'BG-05',
    'Every user of the organization has access to private projects with a permission on them.',
  ],
  ['organization:transfer_ownership', 'BG-02', 'Only the owner transfers the ownership.'],
])

/** Who administers a project. */
const administrators =
  'Only a project’s admins and its creator, and the owner and admins of the organization,'

const projects = byPermission(onProject, [
  ['project:invite_users', 'BG-08', `${administrators} invite users to it.`],
  ['project:manage_permissions', 'BG-05', `${administrators} manage its users’ permissions.`],
  ['project:edit', 'BG-05', `${administrators} edit its name, description and tags.`],
  ['project:change_privacy', 'BG-07', `${administrators} make it public or private.`],
  ['project:delete', 'BG-05', `${administrators} delete it.`],
  [
    'resource:write',
    'BG-05',
    'Only users with write access to a project create, edit and delete its resources.',
  ],
  [
    'resource:move',
    'BG-10',
    'Only users with write access to a project move its resources to another.',
  ],
  ['resource:view', 'BG-05', 'Only users with access to a project view its resources.'],
  [
    'prediction:create_local',
    'BG-05',
    'Only users with access to a project create local predictions with its models.',
  ],
])

const users: Record<string, Rule> = {
  'users.list': reading(
    'BG-01',
    'Only the owner and admins list the users.',
    inOrganization('organization:manage_roles'),
  ),
  'users.get': reading(
    'BG-01',
    'The owner and admins see each user, and everyone sees themselves.',
    {
      any: [inOrganization('organization:manage_roles'), { self: 'user' }],
    },
  ),
  'users.me': anyMember('BG-01', 'Everyone sees themselves.'),
  'audit.list': reading(
    'BG-01',
    'Only the owner and admins see who did what.',
    inOrganization('organization:manage_roles'),
  ),
  'access.self': reading(
    'BG-01',
    'Everyone may ask about themselves; the owner and admins may ask about anyone.',
    { any: [{ self: 'user' }, inOrganization('organization:manage_roles')] },
  ),
}

const invitations: Record<string, Rule> = {
  'invitations.list': reading(
    'BG-11',
    'Only the owner and admins list the invitations.',
    inOrganization('organization:invite_users'),
  ),
  'invitations.get': reading(
    'BG-11',
    'Only the owner and admins, and the invited person, see an invitation.',
    {
      any: [inOrganization('organization:invite_users'), { self: 'invitation' }],
    },
  ),
  'invitations.answer': reading(
    'BG-11',
    'Only the invited person accepts or rejects an invitation.',
    {
      self: 'invitation',
    },
  ),
}

const others: Record<string, Rule> = {
  'resources.move': reading(
    'BG-10',
    'Only users with write access to both projects move a resource from one to the other.',
    { all: [onProject('resource:move'), { permission: 'resource:write', in: 'destination' }] },
  ),
  'projects.list': documented('BG-05', 'Everyone lists the projects that they may see.', {
    nothing: true,
  }),
  'projects.get': documented('BG-05', 'Only users with access to a project see it.', {
    member: 'project',
  }),
  'projects.members.list': reading('BG-05', 'Everyone who sees the project sees its users.', {
    member: 'project',
  }),
  'artifacts.list': documented('BG-05', 'Everyone lists the resources that they may see.', {
    nothing: true,
  }),
  'organization.get': anyMember('BG-01', 'Every active user sees the organization.'),
  'permissions.list': anyMember('BG-01', 'Everyone sees all permissions.'),
  'roles.list': anyMember('BG-01', 'Everyone sees all roles.'),
  'policy.get': anyMember('BG-01', 'Every active user sees the policy in force.'),
  'policy.matrix': anyMember('BG-01', 'Every active user sees the policy in force.'),
}

export const rules = { ...organization, ...projects, ...users, ...invitations, ...others }

export const visibility = {
  project: documented(
    'BG-05',
    'A private project is visible with a permission on it, a public one to every active user.',
    { member: 'project' },
  ),
  artifact: documented('BG-05', 'Everyone who sees a project sees what is in it.', {
    member: 'project',
  }),
}
