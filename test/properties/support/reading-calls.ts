import fc from 'fast-check'
import type { CallArguments } from './call-arguments.ts'
import { optional, type Vocabulary } from './vocabulary.ts'

const none = fc.constant<readonly unknown[]>([])
const limit = fc.record({ limit: fc.integer({ min: 1, max: 200 }) }, optional)

/** Calls that change nothing, for any caller. */
export const readingCalls = ({
  user,
  team,
  role,
  project,
  member,
  kind,
  permission,
  ...words
}: Vocabulary): CallArguments => {
  const question = fc.record(
    {
      subject: fc.oneof(user, fc.constant('me')).map((id) => ({ type: 'user', id })),
      action: fc
        .oneof(permission, fc.constantFrom('users.update', 'projects.update', 'artifacts.delete'))
        .map((action) => ({ name: action })),
      resource: fc.oneof(
        project.map((id) => ({ type: 'project', id })),
        words.artifact.map((id) => ({ type: 'artifact', id })),
        fc.constant({ type: 'organization', id: 'current' }),
      ),
      context: fc.record({ rolecall: fc.record({ explain: fc.boolean() }, optional) }, optional),
    },
    { requiredKeys: ['subject', 'action', 'resource'] },
  )
  return {
    'organization.get': none,
    'permissions.list': fc.tuple(limit),
    'roles.list': fc.tuple(limit),
    'roles.get': fc.tuple(role),
    'teams.list': fc.tuple(limit),
    'teams.get': fc.tuple(team),
    'users.list': fc.tuple(fc.record({ team, role }, optional)),
    'users.me': none,
    'users.get': fc.tuple(user),
    'invitations.list': fc.tuple(limit),
    'invitations.get': fc.tuple(words.invitation),
    'projects.list': fc.tuple(fc.record({ team }, optional)),
    'projects.get': fc.tuple(project),
    'projects.members.list': fc.tuple(project, limit),
    'projects.members.get': member,
    'artifacts.list': fc.tuple(fc.record({ project, kind }, optional)),
    'artifacts.get': fc.tuple(words.artifact),
    'tokens.list': fc.tuple(limit),
    'tokens.get': fc.tuple(words.token),
    'audit.list': fc.tuple(fc.record({ project }, optional)),
    'policy.get': none,
    'policy.matrix': fc.tuple(fc.constant({})),
    'access.evaluate': fc.tuple(question),
    'access.searchActions': fc.tuple(question),
    'access.searchResources': fc.tuple(question),
    'access.searchSubjects': fc.tuple(question),
  }
}
