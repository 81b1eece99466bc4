import type { Rule } from '../../policy/language/policy.ts'
import type { Requirement } from '../../policy/language/requirement.ts'
import { type AdaptivePermission, permissions } from './permissions.ts'
import { anyMember, documented, inTeam, reading } from './rule.ts'

const share: Requirement = {
  all: [{ permission: 'use_case:share', in: 'project' }, { path: 'owner' }, { member: 'team' }],
}
const shareText =
  'Only members of both teams share a use case, if their role in the owning team, or in one with an owner’s share, includes “Share use cases”.'

const named = (permission: AdaptivePermission): string => `“${permissions[permission].name}”`

/** `Members of a team create datasets if their role there includes it.` */
const ofRole = (who: string, permission: AdaptivePermission): string => {
  const { name } = permissions[permission]
  return `${who} ${name.charAt(0).toLowerCase()}${name.slice(1)} if their role there includes it.`
}

/** Rules that require one permission each, in the role held in the team concerned. */
const byTeamRole = (all: readonly AdaptivePermission[]): Record<string, Rule> =>
  Object.fromEntries(
    all.map((permission) => [
      permission,
      documented('AD-01', ofRole('Members of a team that has the use case', permission), {
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
    'Members of a team create use cases in it if their role there includes it.',
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
  'Only people with “Attach and detach models” on a use case, who also see the model, attach or detach it there.'
const attach: Requirement = {
  all: [
    { permission: 'use_case:manage_models', in: 'destination' },
    { permission: 'model:read', in: 'attached_project' },
  ],
}

const move = (leave: AdaptivePermission, enter: AdaptivePermission): Rule =>
  reading(
    'AD-01',
    `Only people with ${named(leave)} where it is, and ${named(enter)} where it goes, move it.`,
    {
      all: [
        { permission: leave, in: 'project' },
        { permission: enter, in: 'destination' },
      ],
    },
  )

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
    'Members of a team that has a use case with the model, its own or attached, see it if their role there includes it.',
    { permission: 'model:read', in: 'attached_project' },
  ),
}
