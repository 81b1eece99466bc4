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
  where: string,
  named: readonly (readonly [permission: BigmlPermission, id: string])[],
): Record<string, Rule> =>
  Object.fromEntries(
    named.map(([permission, id]): [string, Rule] => {
      const { description, origin } = permissions[permission]
      const text = `${description.slice(0, -1)}: ${permission} must be ${where}.`
      return [permission, { id, text, require: needs(permission), origin }]
    }),
  )

const organization = byPermission(inOrganization, 'in the role held in the organization', [
  ['organization:manage_subscription', 'BG-14'],
  ['organization:edit', 'BG-01'],
  ['organization:delete', 'BG-01'],
  ['organization:invite_users', 'BG-11'],
  ['organization:revoke_invitation', 'BG-11'],
  ['organization:manage_roles', 'BG-01'],
  ['organization:remove_user', 'BG-01'],
  ['organization:access_all_projects', 'BG-04'],
  ['organization:create_projects', 'BG-09'],
  ['organization:access_public_projects', 'BG-06'],
  ['organization:access_permitted_projects', 'BG-05'],
  ['organization:transfer_ownership', 'BG-02'],
])

const projects = byPermission(onProject, 'held on the project', [
  ['project:invite_users', 'BG-08'],
  ['project:manage_permissions', 'BG-05'],
  ['project:edit', 'BG-05'],
  ['project:change_privacy', 'BG-07'],
  ['project:delete', 'BG-05'],
  ['resource:write', 'BG-05'],
  ['resource:move', 'BG-10'],
  ['resource:view', 'BG-05'],
  ['prediction:create_local', 'BG-05'],
])

const users: Record<string, Rule> = {
  'users.list': reading(
    'BG-01',
    'People who manage user roles list the users.',
    inOrganization('organization:manage_roles'),
  ),
  'users.get': reading(
    'BG-01',
    'People who may list users see each of them; everyone sees themselves.',
    {
      any: [inOrganization('organization:manage_roles'), { self: 'user' }],
    },
  ),
  'users.me': anyMember('BG-01', 'Everyone sees themselves.'),
  'audit.list': reading(
    'BG-01',
    'People who may list users see who did what.',
    inOrganization('organization:manage_roles'),
  ),
  'access.self': reading(
    'BG-01',
    'Everyone may ask about themselves; people who may list users may ask about anyone.',
    { any: [{ self: 'user' }, inOrganization('organization:manage_roles')] },
  ),
}

const invitations: Record<string, Rule> = {
  'invitations.list': reading(
    'BG-11',
    'People who may invite list the invitations.',
    inOrganization('organization:invite_users'),
  ),
  'invitations.get': reading(
    'BG-11',
    'An invitation is visible to people who may invite, and to the invited person.',
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
    'Moving needs resource:move where the resource is, and resource:write where it goes.',
    { all: [onProject('resource:move'), { permission: 'resource:write', in: 'destination' }] },
  ),
  'projects.list': documented('BG-05', 'Everyone lists the projects that they may see.', {
    nothing: true,
  }),
  'projects.get': documented('BG-05', 'A project is visible with any permission on it.', {
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
