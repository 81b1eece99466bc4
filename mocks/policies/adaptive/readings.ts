import type { Reading } from '../../policy/language/policy.ts'

/** Our interpretation where the vendor’s documentation is ambiguous. */
export const readings: readonly Reading[] = [
  {
    rule: 'AD-01',
    text: 'Datasets, metrics and models belong to a use case; a model may be attached to further ones. Being attached shows a model; changing it needs the permission where it belongs.',
  },
  {
    rule: 'AD-01',
    text: 'The sets of the five roles beside Admin, and the keys of dataset, metric, model and team, are this project’s own.',
  },
  {
    rule: 'AD-01',
    text: 'Deleting a use case needs use_case:update; seeing a job needs use_case:read.',
  },
  {
    rule: 'AD-01',
    text: 'Moving a dataset counts as deleting it and creating it elsewhere; moving a model counts as changing it and creating it elsewhere. Nothing else moves.',
  },
  { rule: 'AD-05', text: 'A team’s name can also be changed with team:update held in it.' },
  {
    rule: 'AD-06',
    text: 'People who may set a member’s role in a team may end the membership too.',
  },
  {
    rule: 'AD-07',
    text: 'A custom role in team admin that has the permission counts; a role there that lacks it does not, whatever is held elsewhere.',
  },
  {
    rule: 'AD-07',
    text: 'Changing the organization’s name and description is such a global operation.',
  },
  {
    rule: 'AD-08',
    text: 'Adding someone who is not a member to a team is global, even for that team’s own admin.',
  },
  { rule: 'AD-10', text: 'A listed seed admin joins the default team too.' },
  {
    rule: 'AD-12',
    text: 'The six default roles, team admin and the default team are not changed, renamed or deleted; a role or team in use is not deleted.',
  },
  {
    rule: 'AD-13',
    text: 'The last holder of admin:manage_users in team admin can’t be removed or demoted. People count, and service accounts do not.',
  },
  {
    rule: 'AD-14',
    text: 'Through a share a user has what both the user’s role in that team and the share’s role contain; through an owner’s share, what the user’s role contains.',
  },
  { rule: 'AD-14', text: 'Changing or ending a share counts as sharing.' },
  {
    rule: 'AD-14',
    text: 'A share stays when the share of the team that made it ends; the owning team removes it.',
  },
  {
    rule: 'AD-17',
    text: 'Permissions held in team admin cover every team. An owner’s share hands out every permission.',
  },
  {
    rule: 'AD-17',
    text: 'A default hands out its role: the default role of a team that somebody joins without naming one, the default role that a team is given, and the roles that users.create without teams brings. A use case that does not exist yet hands out nothing: its creator may have all of it.',
  },
]
