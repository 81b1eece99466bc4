import type { AccessResource } from '../../../src/index.ts'
import type { Ask as AskIn, Calls, Question } from '../situation.ts'
import type { Situation } from './scenario.ts'

type Ask = AskIn<Situation>

const organization: AccessResource = { type: 'organization', id: 'current' }
const useCase: AccessResource = { type: 'project', id: 'case' }
const owningTeam: AccessResource = { type: 'team', id: 'owning' }

const ask =
  (operation: string, args: readonly unknown[], about = organization): Ask =>
  () => ({ operation, args, about })

const create = (kind: string): Ask =>
  ask('artifacts.create', [{ kind, project: 'case', name: 'New' }], useCase)

/** A call about the artifact of that name. */
const artifact =
  (operation: string, name: string, ...args: readonly unknown[]): Ask =>
  ({ artifact: idOf }) => ({
    operation,
    args: [idOf(name), ...args],
    about: { type: 'artifact', id: idOf(name) },
  })

const update = (user: string, teams: Record<string, string | true | null>): Question => ({
  operation: 'users.update',
  args: [user, { teams }],
  about: { type: 'user', id: user },
})

/** A change of memberships in the column's team; its members are named for it. */
const membership =
  (user: 'member' | 'outsider', role: string | null): Ask =>
  ({ situation: { team = 'owning' } }) =>
    update(user === 'member' ? `member@${team}.test` : 'nobody@example.test', { [team]: role })

const share = ask(
  'projects.members.add',
  ['case', { subject: { type: 'team', id: 'target' }, roles: { project: 'read-only' } }],
  useCase,
)

/** The actor of these tables has no role in the target and the partner team. */
const addElsewhere = update('nobody@example.test', { target: 'read-only' })
const changeElsewhere = update('member@target.test', { target: 'annotator' })
const removeElsewhere = update('member@target.test', { target: null })

/** The calls for the table's `via`, and those of rows that need their own. */
export const calls: Calls<Situation> = {
  via: {
    'roles.list': ask('roles.list', []),
    'roles.create': ask('roles.create', [{ key: 'reviewer', permissions: ['use_case:read'] }]),
    'roles.update': ask('roles.update', ['spare', { permissions: ['use_case:read'] }], {
      type: 'role',
      id: 'spare',
    }),
    'teams.list': ask('teams.list', []),
    'teams.create': ask('teams.create', [{ key: 'support' }]),
    'teams.get': ask('teams.get', ['owning'], owningTeam),
    'teams.update': ask('teams.update', ['owning', { name: 'Renamed' }], owningTeam),
    'users.list': ask('users.list', []),
    'users.me': ask('users.me', []),
    'users.create': () => [
      { operation: 'users.create', args: [{ email: 'new@example.test' }], about: organization },
      {
        operation: 'users.create',
        args: [{ email: 'new@example.test', teams: { owning: 'read-only' } }],
        about: organization,
      },
    ],
    'permissions.list': ask('permissions.list', []),
    'projects.get': ask('projects.get', ['case'], useCase),
    'projects.create': ask('projects.create', [{ key: 'next', team: 'owning' }], owningTeam),
    'projects.update': ask('projects.update', ['case', { description: 'Changed' }], useCase),
    'projects.members.add': share,
    'artifacts.create kind=training_job': create('training_job'),
    'artifacts.create kind=evaluation_job': create('evaluation_job'),
    'artifacts.create kind=interaction': create('interaction'),
    'artifacts.create kind=dataset': create('dataset'),
    'artifacts.create kind=metric': create('metric'),
    'artifacts.create kind=model': create('model'),
    'artifacts.get kind=interaction': artifact('artifacts.get', 'interaction'),
    'artifacts.update kind=interaction': artifact('artifacts.update', 'interaction', {
      name: 'New',
    }),
    'artifacts.delete kind=interaction': artifact('artifacts.delete', 'interaction'),
    'artifacts.run kind=interaction run=add_feedback': artifact(
      'artifacts.run',
      'interaction',
      'add_feedback',
      { data: { rating: 1 } },
    ),
    'artifacts.get kind=dataset': artifact('artifacts.get', 'dataset'),
    'artifacts.delete kind=dataset': artifact('artifacts.delete', 'dataset'),
    'artifacts.get kind=metric': artifact('artifacts.get', 'metric'),
    'artifacts.run kind=metric run=link': artifact('artifacts.run', 'metric', 'link', {}),
    'artifacts.get kind=model': artifact('artifacts.get', 'model'),
    'artifacts.update kind=model': artifact('artifacts.update', 'model', { name: 'New' }),
    'artifacts.run kind=model run=deploy': artifact('artifacts.run', 'model', 'deploy', {}),
    'artifacts.run kind=model run=terminate': artifact('artifacts.run', 'model', 'terminate', {}),
    // The model belongs to another use case of the same team; the one it is attached to counts.
    'artifacts.run kind=model run=attach': ({ artifact: idOf }) => ({
      operation: 'artifacts.run',
      args: [idOf('spare-model'), 'attach', { project: 'case' }],
      about: useCase,
    }),
  },
  rows: {
    default_roles: {
      'admin:manage_users': () => ({
        ...update('member@partner.test', { partner: 'annotator' }),
        about: organization,
      }),
    },
    admin_scope: {
      'change the role of a member within a team where the actor holds the permission': membership(
        'member',
        'annotator',
      ),
      'remove a member from such a team': membership('member', null),
      'add someone who is not a member to such a team': membership('outsider', 'annotator'),
      'add, change or remove a membership in a team in which the actor has no role': () => [
        addElsewhere,
        changeElsewhere,
        removeElsewhere,
      ],
    },
    global_operations: {
      'add a user to a team in which the actor has no role': () => addElsewhere,
      'remove a user from a team in which the actor has no role': () => removeElsewhere,
    },
    sharing: {
      'see a use case that is not shared, with its interactions, jobs and attached models': (
        names,
      ) => [
        { operation: 'projects.get', args: ['case'], about: useCase },
        ...['interaction', 'training_job', 'evaluation_job', 'attached-model'].map((name) => ({
          operation: 'artifacts.get',
          action: 'artifacts.get',
          args: [names.artifact(name)],
          about: { type: 'artifact', id: names.artifact(name) },
        })),
      ],
    },
  },
}
