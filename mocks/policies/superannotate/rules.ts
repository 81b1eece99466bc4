import type { Rule } from '../../policy/language/policy.ts'
import type { Requirement } from '../../policy/language/requirement.ts'
import type { SuperannotatePermission } from './permissions.ts'

const inTeam = (permission: SuperannotatePermission): Requirement => ({
  permission,
  in: 'organization',
})
const onProject = (permission: SuperannotatePermission): Requirement => ({
  permission,
  in: 'project',
})

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

const team = {
  'team:edit': documented(
    'SA-01',
    'The owner alone changes the team’s name and description.',
    inTeam('team:edit'),
  ),
  'organization.get': anyMember('SA-01', 'Every active member sees the team.'),
  'team:invite': documented(
    'SA-02',
    'Only the owner and admins invite contributors.',
    inTeam('team:invite'),
  ),
  'invitations.admin': reading(
    'SA-02',
    'Only the owner invites as admin.',
    inTeam('team:manage_admins'),
  ),
  'users.promote': reading(
    'SA-02',
    'Only the owner makes somebody an admin.',
    inTeam('team:manage_admins'),
  ),
  'invitations.get': reading(
    'SA-02',
    'An invitation is visible to everyone who may invite, and to the invited person.',
    { any: [inTeam('team:invite'), { self: 'invitation' }] },
  ),
  'invitations.answer': reading('SA-02', 'Only the invited person answers an invitation.', {
    self: 'invitation',
  }),
  'team:manage_admins': documented(
    'SA-03',
    'Only the owner removes or reassigns an admin.',
    inTeam('team:manage_admins'),
  ),
  'team:manage_contributors': reading(
    'SA-03',
    'Only the owner and admins remove contributors.',
    inTeam('team:manage_contributors'),
  ),
  'team:view_members': reading(
    'SA-03',
    'Only the owner and admins list the members.',
    inTeam('team:view_members'),
  ),
  'users.me': anyMember('SA-03', 'Everyone sees themselves.'),
  'users.get': reading(
    'SA-03',
    'People who may list members see each of them; everyone sees themselves.',
    {
      any: [inTeam('team:view_members'), { self: 'user' }],
    },
  ),
  'team:pause_contributors': reading(
    'SA-11',
    'Only the owner and admins pause and resume contributors.',
    inTeam('team:pause_contributors'),
  ),
} satisfies Record<string, Rule>

const token = {
  'token:create': documented(
    'SA-05',
    'Only the owner creates and revokes the token.',
    inTeam('token:create'),
  ),
  'token:view': documented(
    'SA-05',
    'Only the owner sees the token, and an admin with the grant “View SDK token”.',
    inTeam('token:view'),
  ),
} satisfies Record<string, Rule>

const training = {
  'grant:manage': documented(
    'SA-06',
    'Only the owner ticks and unticks the grants of an admin.',
    inTeam('grant:manage'),
  ),
  'training:run': documented(
    'SA-07',
    'Only the owner, and an admin with the grant “Run training”, start training runs.',
    inTeam('training:run'),
  ),
  'training:manage': documented(
    'SA-07',
    'Only the owner, and an admin with the grant “Run training”, change, rerun, stop and delete training runs.',
    inTeam('training:manage'),
  ),
  'training:view': documented(
    'SA-08',
    'The owner, and an admin with the grant “Run training”, see training runs; after its revocation the admin sees those from before.',
    inTeam('training:view'),
  ),
  'training:download_metrics': documented(
    'SA-08',
    'Everyone who sees a training run may download its metrics.',
    inTeam('training:download_metrics'),
  ),
  'neural_networks:see': documented(
    'SA-09',
    'The Neural Networks tab is visible to the owner and admins.',
    inTeam('neural_networks:see'),
  ),
  'neural_networks:use': documented(
    'SA-09',
    'The Neural Networks tab is active for the owner, and for an admin with the grant “Run training”.',
    inTeam('neural_networks:use'),
  ),
  'orchestrate:access': documented(
    'SA-06',
    'Only the owner opens Orchestrate, and an admin with the grant “Orchestrate”.',
    inTeam('orchestrate:access'),
  ),
  'orchestrate.see': anyMember('SA-06', 'Every active member sees that Orchestrate exists.'),
} satisfies Record<string, Rule>

const projects = {
  'project:set_admin_permissions': documented(
    'SA-04',
    'Only the owner and admins set the permissions of Project Admins.',
    inTeam('project:set_admin_permissions'),
  ),
  'dataset:explore': documented(
    'SA-10',
    'Exploring datasets needs a plan that includes it; an admin and a Project Admin need the grant too.',
    { all: [{ feature: 'explore' }, onProject('dataset:explore')] },
  ),
  'project:create': reading(
    'SA-12',
    'Only the owner and admins create projects.',
    inTeam('project:create'),
  ),
  'project:delete': reading(
    'SA-12',
    'Only the owner and admins delete projects.',
    inTeam('project:delete'),
  ),
  'project:manage_admins': reading(
    'SA-12',
    'Only the owner and admins make Project Admins.',
    inTeam('project:manage_admins'),
  ),
  'project:manage_contributors': reading(
    'SA-12',
    'Only the owner, admins and Project Admins add contributors.',
    onProject('project:manage_contributors'),
  ),
  'project:edit': reading(
    'SA-12',
    'Only the owner, admins and Project Admins edit a project.',
    onProject('project:edit'),
  ),
  'project:view': reading(
    'SA-12',
    'The owner and admins see every project; contributors see those that they are on.',
    onProject('project:view'),
  ),
  'dataset:view': reading(
    'SA-12',
    'Everyone who sees the project sees its datasets.',
    onProject('dataset:view'),
  ),
  'dataset:manage': reading(
    'SA-12',
    'Everyone who may edit the project manages its datasets.',
    onProject('dataset:manage'),
  ),
  'projects.list': anyMember('SA-12', 'Everyone lists the projects that they may see.'),
  'artifacts.list': anyMember('SA-12', 'Everyone lists the artifacts that they may see.'),
} satisfies Record<string, Rule>

const others = {
  'permissions.list': anyMember('SA-01', 'Everyone sees all permissions.'),
  'roles.list': anyMember('SA-01', 'Everyone sees all roles.'),
  'policy.get': anyMember('SA-01', 'Every active member sees the policy in force.'),
  'policy.matrix': anyMember('SA-01', 'Every active member sees the policy in force.'),
  'access.self': reading(
    'SA-03',
    'Everyone may ask about themselves; people who may list members may ask about anyone.',
    { any: [{ self: 'user' }, inTeam('team:view_members')] },
  ),
} satisfies Record<string, Rule>

export const rules: Record<string, Rule> = {
  ...team,
  ...token,
  ...training,
  ...projects,
  ...others,
}

const membersSee =
  'A project and its datasets are visible to the owner, to admins and to everyone on it.'

export const visibility = {
  project: reading('SA-12', membersSee, { member: 'project' }),
  artifact: reading('SA-12', membersSee, { member: 'project' }),
}
