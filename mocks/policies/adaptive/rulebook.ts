import type { Quote, RulebookEntry } from '../../policy/language/policy.ts'

const quote = (section: string, ...texts: readonly string[]): readonly Quote[] =>
  texts.map((text) => ({ text, section }))

const listRoles = 'list all roles (user can be in any team)'
const createRole = 'create new role (user must be in admin team)'
const operations =
  'members of the admin teams that are assigned admin or platform_admin role are the only users who can perform a set of global operations - namely creating new roles, teams, and adding/removing users to/from any team.'
const seedAdmins =
  'You can specify the emails of seed admin user(s) in the values.yaml files of the Adaptive Helm chart, as well as the default role and team that new users will be assigned on first sign up (see below).'

/** The rules by id, with the vendor’s own words. */
export const rulebook: Readonly<Record<string, RulebookEntry>> = {
  'AD-01': {
    text: 'A user acts with the role held in the team concerned; a permission that this role lacks is denied.',
    origin: 'documented',
    quotes: [
      ...quote(
        'Permissions',
        'Permissions grant a user the ability to perform a given action; for example the use_case:adapt permission allows a user to fine-tune models.',
      ),
      ...quote(
        'Roles',
        'Roles are named sets of permissions, which you can directly assign to users, or set as default for new users added to a team.',
      ),
    ],
  },
  'AD-02': {
    text: 'Roles never mix across teams: each path to a use case is judged alone, and one path must have all that the call needs.',
    origin: 'documented',
    quotes: quote(
      'Teams',
      'User A must be in team X to see and interact with team X’s use cases and resources.',
    ),
    on: ['use_case:update', 'projects.update'],
  },
  'AD-03': {
    text: 'People who are neither in the owning team nor in a team that it is shared with do not see a use case, and nothing in it.',
    origin: 'documented',
    quotes: quote(
      'Teams',
      'Teams are groups of users that have access to use cases owned by their group, and all their associated resources - such as interactions, evaluation/training jobs, and attached models.',
    ),
  },
  'AD-04': {
    text: 'Only members of team Admin whose role includes “Manage roles” create, change and delete roles; held in any team, it lists them.',
    origin: 'documented',
    quotes: quote('List of all permissions, admin:manage_roles', listRoles, createRole),
  },
  'AD-05': {
    text: 'Only members of team Admin whose role includes “Manage teams” create and delete teams; held in any team, it lists them.',
    origin: 'documented',
    quotes: quote(
      'List of all permissions, admin:manage_teams',
      'list all teams (user can be in any team)',
      'create new team (user must be in admin team).',
    ),
  },
  'AD-06': {
    text: '“Manage users” lists all users, and sets the roles of members of the same team; everything else about users takes it in a role in team Admin.',
    origin: 'documented',
    quotes: quote(
      'List of all permissions, admin:manage_users',
      'list all users (user can in any team), update user team/role (only for users in same team)',
      'global update user/team role (user must be in admin team)',
    ),
  },
  'AD-07': {
    text: 'Only members of team Admin whose role there has the permission perform the global operations.',
    origin: 'documented',
    quotes: [
      ...quote('Teams', operations),
      ...quote(
        'Default roles, Admin',
        'However, an Admin user is only able to create teams or roles if the user is also in the admin team.',
      ),
    ],
  },
  'AD-08': {
    text: 'Adding someone who is not a member to a team is a global operation, even for that team’s own admin.',
    origin: 'reading',
    quotes: quote(
      'List of all permissions, admin:manage_users',
      'update user team/role (only for users in same team)',
    ),
  },
  'AD-09': {
    text: 'users.update adds to teams, changes roles there and removes from teams, several in one call, all or nothing.',
    origin: 'documented',
    quotes: quote(
      'Teams',
      'This can later be changed by an admin user with client.users.update().',
    ),
    on: ['users.update'],
  },
  'AD-10': {
    text: 'On first sign-up a listed seed admin joins team Admin as Admin; anyone else joins the default team with the default role.',
    origin: 'documented',
    quotes: quote('Teams', seedAdmins),
  },
  'AD-11': {
    text: 'An unknown permission in a role, and an unknown role or team in an update, are refused; so is a key that is taken.',
    origin: 'reading',
    quotes: quote(
      'Roles',
      'There are several default roles available in Adaptive Engine, but you can also create your own roles with client.roles.create().',
    ),
    on: ['roles.create', 'roles.update', 'teams.create', 'users.update'],
  },
  'AD-12': {
    text: 'The six default roles, team Admin and the default team are not changed, renamed or deleted; a role or team in use is not deleted.',
    origin: 'reading',
    quotes: quote('Roles', 'There are several default roles available in Adaptive Engine'),
  },
  'AD-13': {
    text: 'The last person who holds “Manage users” in team Admin can’t be removed or demoted.',
    origin: 'reading',
  },
  'AD-14': {
    text: 'Only members of both teams share a use case, if their role in the owning team, or in one with an owner’s share, includes “Share use cases”. A share gives what the user’s role and the share’s role both contain.',
    origin: 'reading',
    quotes: quote(
      'Teams',
      'Teams are groups of users that have access to use cases owned by their group',
    ),
  },
  'AD-15': {
    text: 'Creating a service account answers its API key once; nothing shows it again.',
    origin: 'reading',
    on: ['users.create'],
  },
  'AD-16': {
    text: 'Everyone sees every permission, with what it allows.',
    origin: 'documented',
    quotes: quote(
      'List of all permissions',
      'In each resource category tab, you will find the permission key, followed by a description of its scope.',
    ),
  },
  'AD-17': {
    text: 'In hardened mode, nobody hands out a permission that they do not hold there.',
    origin: 'reading',
  },
}
