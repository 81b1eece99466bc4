import type { Rule } from '../../policy/language/policy.ts'
import type { Requirement } from '../../policy/language/requirement.ts'
import type { AdaptivePermission } from './permissions.ts'
import { anyMember, documented, inTeam, reading } from './rule.ts'

const share: Requirement = {
  all: [{ permission: 'use_case:share', in: 'project' }, { path: 'owner' }, { member: 'team' }],
}
const shareText =
  'Sharing a use case needs use_case:share through the owning team or an owner’s share, and membership of the other team too.'

/** Rules that require one permission each, in the role held in the team concerned. */
const byTeamRole = (permissions: readonly AdaptivePermission[]): Record<string, Rule> =>
  Object.fromEntries(
    permissions.map((permission) => [
      permission,
      documented('AD-01', `${permission} must be in the role held in the team concerned.`, {
        permission,
        in: 'project',
      }),
    ]),
  )

/** Rules about use cases and their shares: AD-01, AD-03 and AD-14. */
export const projects: Record<string, Rule> = {
  'projects.list': anyMember('AD-03', 'Everyone lists the use cases that they may see.'),
  'projects.members.list': reading(
    'AD-03',
    'Everyone who sees the use case sees the teams that it is shared with.',
    { member: 'project' },
  ),
  'use_case:create': documented(
    'AD-01',
    'use_case:create must be in the role held in the team that will own the use case.',
    inTeam('use_case:create'),
  ),
  'use_case:share': documented('AD-14', shareText, {
    all: [{ permission: 'use_case:share', in: 'project' }, { path: 'owner' }],
  }),
  'projects.members.add': documented('AD-14', shareText, share),
  'projects.members.update': reading('AD-14', shareText, share),
  'projects.members.remove': reading('AD-14', shareText, share),
  ...byTeamRole([
    'use_case:read',
    'use_case:update',
    'use_case:manage_models',
    'use_case:adapt',
    'use_case:evaluate',
    'use_case:interact',
    'use_case:add_feedback',
    'use_case:read_interactions',
    'use_case:update_interactions',
    'use_case:delete_interactions',
  ]),
}

const attachText =
  'Attaching a model to a use case, or detaching it, needs use_case:manage_models there, and seeing the model.'
const attach: Requirement = {
  all: [
    { permission: 'use_case:manage_models', in: 'destination' },
    { permission: 'model:read', in: 'attached_project' },
  ],
}

const move = (leave: AdaptivePermission, enter: AdaptivePermission): Rule =>
  reading('AD-01', `Moving needs ${leave} where the artifact is, and ${enter} where it goes.`, {
    all: [
      { permission: leave, in: 'project' },
      { permission: enter, in: 'destination' },
    ],
  })

/** Rules about artifacts in a use case: AD-01 and AD-03. */
export const artifacts: Record<string, Rule> = {
  'artifacts.list': anyMember('AD-03', 'Everyone lists the artifacts that they may see.'),
  'models.attach': reading('AD-01', attachText, attach),
  'models.detach': reading('AD-01', attachText, attach),
  'models.move': move('model:update', 'model:create'),
  'datasets.move': move('dataset:delete', 'dataset:create'),
  ...byTeamRole([
    'dataset:read',
    'dataset:create',
    'dataset:delete',
    'metric:read',
    'metric:create',
    'metric:link',
    'model:create',
    'model:update',
    'model:deploy',
    'model:terminate',
  ]),
  'model:read': documented(
    'AD-01',
    'model:read must be in the role held in a team whose use case the model belongs to or is attached to.',
    { permission: 'model:read', in: 'attached_project' },
  ),
}
