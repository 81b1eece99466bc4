import fc from 'fast-check'
import { caseOf, named, one, perhapsEach, type Asked } from '../arbitraries.ts'
import { organization } from '../question.ts'
import { actionsOf } from '../tables.ts'
import {
  annex,
  artifactsOf,
  customRoles,
  projects,
  roles,
  scenario,
  teams,
  users,
} from './world.ts'

/** Few users meet the requirements of these. */
const onOrganization: Asked = { on: fc.constant(organization), times: 2 }
const onTeam: Asked = { on: named('team', teams), times: 2 }
const onProject = named('project', projects)
const onKinds = (...kinds: readonly string[]): Asked => ({
  on: fc.oneof(onProject, named('artifact', kinds.flatMap(artifactsOf))),
})

const memberships = perhapsEach(teams, fc.oneof(one(...roles), one(true, null))).filter(
  (changes) => Object.keys(changes).length > 0,
)

/** The questions about an action that is not about a use case alone. */
const asked: Record<string, Asked> = {
  'use_case:create': onTeam,
  'team:read': onTeam,
  'team:update': onTeam,
  'use_case:read': onKinds('training_job', 'evaluation_job'),
  'use_case:add_feedback': onKinds('interaction'),
  'use_case:read_interactions': onKinds('interaction'),
  'use_case:update_interactions': onKinds('interaction'),
  'use_case:delete_interactions': onKinds('interaction'),
  'dataset:read': onKinds('dataset'),
  'dataset:delete': onKinds('dataset'),
  'metric:read': onKinds('metric'),
  'metric:link': onKinds('metric'),
  'model:read': onKinds('model'),
  'model:update': onKinds('model'),
  'model:deploy': onKinds('model'),
  'model:terminate': onKinds('model'),
  'admin:manage_roles': onOrganization,
  'admin:manage_teams': onOrganization,
  'admin:manage_users': onOrganization,
  'roles.list': onOrganization,
  'teams.list': onOrganization,
  'users.list': onOrganization,
  'users.me': onOrganization,
  'permissions.list': onOrganization,
  'roles.create': {
    ...onOrganization,
    input: fc.constant({ key: 'new-role', permissions: ['use_case:read'] }),
  },
  'roles.update': {
    times: 4,
    on: fc.oneof(named('role', customRoles), named('role', roles)),
    input: fc.constant({ permissions: ['use_case:read'] }),
  },
  'teams.create': { ...onOrganization, input: fc.constant({ key: 'new-team' }) },
  'users.create': {
    ...onOrganization,
    input: fc.record({
      email: fc.constant('new@acme.test'),
      teams: perhapsEach(teams, one(...roles)),
    }),
  },
  'users.update': {
    times: 4,
    on: named('user', users),
    input: fc.oneof(fc.record({ teams: memberships }), fc.constant({ name: 'Renamed' })),
  },
  'projects.members.add': {
    times: 6,
    on: onProject,
    input: fc.record({
      subject: fc.record({ type: fc.constant('team'), id: fc.oneof(one(annex), one(...teams)) }),
      roles: fc.record({ project: one(...roles) }),
      isOwner: fc.boolean(),
    }),
  },
}

/** Calls of rules that the tables have no row for. */
const calls: [string, Asked][] = [
  ['teams.get', onTeam],
  [
    'teams.update',
    { ...onTeam, times: 2, input: one({ name: 'Renamed' }, { defaultRole: 'annotator' }) },
  ],
  ['users.remove', { on: named('user', users), times: 2 }],
  ['users.get', { on: named('user', users) }],
  [
    'projects.create',
    {
      ...onOrganization,
      input: fc.record({ key: fc.constant('new-case'), team: one(...teams) }),
    },
  ],
  ['projects.update', { on: onProject, input: fc.constant({ name: 'Renamed' }) }],
  ['projects.delete', { on: onProject }],
]

/** A random world, and a question about it for each action of the tables and each of those calls. */
export const cases = caseOf(scenario, one(...users), [
  ...actionsOf('adaptive').map((action): [string, Asked] => [
    action,
    asked[action] ?? { on: onProject },
  ]),
  ...calls,
])
