import fc from 'fast-check'
import { type Asked, caseOf, named, one, perhapsEach } from '../arbitraries.ts'
import { organization } from '../question.ts'
import { actionsOf } from '../tables.ts'
import { datasetOf, grants, invited, projects, runs, scenario, users } from './world.ts'

const onOrganization: Asked = { on: fc.constant(organization) }
const onUser = named('user', users)
const onRun: Asked = { on: named('artifact', runs), times: 2 }
const onProject = named('project', projects)

/** The questions about an action that is not about the team. */
const asked: Record<string, Asked> = {
  'project:set_admin_permissions': { on: onProject },
  'token:view': { on: named('token', ['sdk']) },
  'training:view': onRun,
  'training:download_metrics': onRun,
  'training:manage': onRun,
  'orchestrate:access': { on: named('artifact', ['orchestrate']) },
  'dataset:explore': { on: named('artifact', projects.map(datasetOf)) },
}

/** Calls for which the target and its next role matter too. */
const calls: [string, Asked][] = [
  ['users.remove', { on: onUser }],
  [
    'users.update',
    {
      on: onUser,
      times: 3,
      input: fc.oneof(
        fc.record({ paused: fc.boolean() }),
        fc.record({ role: one('admin', 'contributor') }),
        fc.record({
          grants: perhapsEach(grants, one(true, null)).filter(
            (some) => Object.keys(some).length > 0,
          ),
        }),
      ),
    },
  ],
  [
    'invitations.create',
    {
      ...onOrganization,
      input: fc.record({ email: fc.constant('new@acme.test'), role: one('admin', 'contributor') }),
    },
  ],
  [
    'projects.members.add',
    {
      on: onProject,
      times: 3,
      input: fc.record({
        subject: fc.record({ type: fc.constant('user'), id: one(...users) }),
        roles: fc.record({ project: one('project_admin', 'project_contributor') }),
      }),
    },
  ],
  ['projects.create', { ...onOrganization, input: fc.constant({ key: 'next' }) }],
  ['projects.get', { on: onProject }],
  ['projects.update', { on: onProject, input: fc.constant({ name: 'Renamed' }) }],
  ['projects.delete', { on: onProject }],
  ['artifacts.delete', onRun],
  ['tokens.revoke', { on: named('token', ['sdk']) }],
]

/** A random world, and a question about it for each action of the tables and each of those calls. */
export const cases = caseOf(scenario, one(...users, ...users, invited), [
  ...actionsOf('superannotate').map((action): [string, Asked] => [
    action,
    asked[action] ?? onOrganization,
  ]),
  ...calls,
])
