import type { Quote, RulebookEntry } from '../../policy/language/policy.ts'

const quote = (section: string, ...texts: readonly string[]): readonly Quote[] =>
  texts.map((text) => ({ text, section }))

const mark = (section: string, text: string, columns: readonly string[]): Quote => ({
  text,
  row: Object.fromEntries(columns.map((column) => [column, '✔'])),
  section,
})

const all = ['Owner', 'Admin', 'Member', 'Restricted']
const roles = 'Table 2.1, roles'
const permissions = 'Table 2.2, permissions'
const organization = (text: string, ...columns: readonly string[]): Quote =>
  mark(roles, text, columns)
const project = (text: string, ...columns: readonly string[]): Quote =>
  mark(permissions, text, columns)

const oneOwner =
  'The owner can transfer ownership to another user in the organization. There can only be one owner per organization.'
const publicProjects =
  'Note: the different levels of permissions are only editable for private projects. For public projects, all users in the organization have write permissions (see section 5.1 ).'

/** The rules by id, with the vendor’s own words. */
export const rulebook: Readonly<Record<string, RulebookEntry>> = {
  'BG-01': {
    text: 'The organization role decides what a user does in the organization; its creator is its owner.',
    origin: 'documented',
    quotes: [
      organization('Edit the organization info', 'Owner'),
      organization('Delete the organization', 'Owner'),
      organization('Invite users to the organization', 'Owner', 'Admin'),
      organization('Manage user roles in the organization', 'Owner', 'Admin'),
      ...quote(roles, 'The owner will be the creator of the organization by default.'),
    ],
  },
  'BG-02': {
    text: 'Only the owner transfers the ownership, to an active user of the organization; the former owner becomes admin.',
    origin: 'documented',
    quotes: quote(roles, oneOwner),
  },
  'BG-03': {
    text: 'There is exactly one owner: the owner is not removed and gets no other role, and nobody else is made owner.',
    origin: 'documented',
    quotes: quote(
      roles,
      'Note: the organization needs at least one owner.',
      'There can only be one owner per organization.',
    ),
  },
  'BG-04': {
    text: 'The owner and admins have full access to every project, without a permission on it.',
    origin: 'documented',
    quotes: [organization('Access all projects in the organization', 'Owner', 'Admin')],
  },
  'BG-05': {
    text: 'Members and restricted members see a private project only with a permission on it, and do there what its level allows.',
    origin: 'documented',
    quotes: [
      organization('Access private projects with permissions', ...all),
      project('View resources in the project', 'Admin', 'Write', 'Read'),
    ],
  },
  'BG-06': {
    text: 'In a public project every active user writes; its creator, the owner and the admins administer it, and nobody’s level is edited.',
    origin: 'documented',
    quotes: [
      ...quote(permissions, publicProjects),
      organization('Access all public projects', ...all),
    ],
  },
  'BG-07': {
    text: 'Made public, a project gives everyone write; made private, it takes the access of everyone but its creator, the owner and the admins.',
    origin: 'reading',
    quotes: quote(permissions, publicProjects),
  },
  'BG-08': {
    text: 'Users of the organization are invited to projects, with immediate effect, and nobody else is.',
    origin: 'documented',
    quotes: [
      project('Invite users to the project', 'Admin'),
      ...quote('Permissions', 'You can manage the user permissions for each project'),
    ],
  },
  'BG-09': {
    text: 'Restricted members create no projects, but may be admin of one.',
    origin: 'documented',
    quotes: [organization('Create projects in the organization', 'Owner', 'Admin', 'Member')],
  },
  'BG-10': {
    text: 'Moving a resource to another project needs write on both; a resource always belongs to a project.',
    origin: 'documented',
    quotes: [project('Move resources to another organization project', 'Admin', 'Write')],
  },
  'BG-11': {
    text: 'The owner and admins invite to the organization, as many users as the plan has seats; an invitation is revoked until it is accepted.',
    origin: 'documented',
    quotes: [
      organization('Invite users to the organization', 'Owner', 'Admin'),
      ...quote('Roles', 'You can assign roles when users are invited to the organization'),
    ],
  },
  'BG-12': {
    text: 'What a removed user made stays, and belongs to the organization.',
    origin: 'reading',
    on: ['users.remove'],
  },
  'BG-13': {
    text: 'Deleting a project deletes everything in it; a deleted organization answers nothing but users.me.',
    origin: 'reading',
    quotes: [
      project('Delete the project', 'Admin'),
      organization('Delete the organization', 'Owner'),
    ],
    on: ['projects.delete', 'organization.delete'],
  },
  'BG-14': {
    text: 'An organization has at most 1,000 projects; its plan and seats are the owner’s.',
    origin: 'documented',
    quotes: [organization('Manage the organization subscription plan', 'Owner')],
  },
  'AD-17': {
    text: 'In hardened mode, nobody hands out a permission that they do not hold there.',
    origin: 'reading',
  },
}
