import fc from 'fast-check'
import { type Asked, caseOf, named, one } from '../arbitraries.ts'
import { organization } from '../question.ts'
import { actionsOf } from '../tables.ts'
import { artifacts, artifactsOf, invited, projects, refused, scenario, users } from './world.ts'

const people = [...users, ...invited]
const onOrganization: Asked = { on: fc.constant(organization) }
const onArtifact: Asked = { on: named('artifact', artifacts), times: 2 }
const onInvitation = named('invitation', [...invited, refused])
const onProject = named('project', projects)

/** The questions about an action that is not about the organization. */
const asked: Record<string, Asked> = {
  'experiment:run': { on: named('artifact', artifactsOf('experiment')) },
  'artifact:view': onArtifact,
  'artifact:write': onArtifact,
  'artifact:delete_own': onArtifact,
  'artifact:delete_any': onArtifact,
  'invitations.resend': { on: onInvitation, times: 3 },
  'invitations.withdraw': { on: onInvitation, times: 3 },
  'users.remove': { on: named('user', people) },
  'users.update': {
    on: named('user', people),
    input: fc.record({ role: one('administrator', 'creator') }),
  },
}

/** Calls for which the creator matters too. */
const calls: [string, Asked][] = [
  ['artifacts.delete', onArtifact],
  ['projects.update', { on: onProject, input: fc.constant({ name: 'Renamed' }) }],
  ['projects.delete', { on: onProject, times: 4 }],
]

/** A random world, and a question about it for each action of the tables and each of those calls. */
export const cases = caseOf(scenario, one(...people), [
  ...actionsOf('peltarion').map((action): [string, Asked] => [
    action,
    asked[action] ?? onOrganization,
  ]),
  ...calls,
])
