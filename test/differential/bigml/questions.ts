import fc from 'fast-check'
import { type Asked, caseOf, named, one } from '../arbitraries.ts'
import { organization } from '../question.ts'
import { actionsOf } from '../tables.ts'
import { artifactsOf, invited, projects, scenario, users } from './world.ts'

const onProject = named('project', projects)
const onArtifact = named('artifact', ['dataset', 'model'].flatMap(artifactsOf))

const ofTable = actionsOf('bigml').map((action): [string, Asked] => {
  if (action.startsWith('organization:')) return [action, { on: fc.constant(organization) }]
  if (action.startsWith('project:')) return [action, { on: onProject }]
  if (action === 'prediction:create_local') {
    return [action, { times: 2, on: fc.oneof(onProject, named('artifact', artifactsOf('model'))) }]
  }
  return [action, { times: 2, on: fc.oneof(onProject, onArtifact) }]
})

/** Calls for which the target matters too. */
const calls: [string, Asked][] = [
  ['users.remove', { on: named('user', users) }],
  [
    'users.update',
    {
      on: named('user', users),
      input: fc.record({ role: one('admin', 'member', 'restricted') }),
    },
  ],
  ['artifacts.move', { on: onArtifact, input: fc.record({ project: one(...projects) }), times: 5 }],
  ['projects.get', { on: onProject }],
]

/** A random world, and a question about it for each action of the tables and each of those calls. */
export const cases = caseOf(scenario, one(...users, invited), [...ofTable, ...calls])
