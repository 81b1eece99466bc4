import { operations } from '../../src/generated/operations.ts'
import fc, { type Arbitrary } from 'fast-check'
import { isOperation } from '../../mocks/policy/actions.ts'
import type { OperationId } from '../../src/index.ts'
import { known } from './world.ts'
import {
  artifact,
  key,
  member,
  nonsense,
  permission,
  project,
  role,
  team,
  user,
} from './references.ts'
import type { Sent } from './send.ts'

/** Path arguments, then the body or the query, by operation. */
type Arguments = Partial<Record<OperationId, Arbitrary<readonly unknown[]>>>

const none = fc.constant<readonly unknown[]>([])
const name = fc.constantFrom('Name', 'Other name')
const some = { requiredKeys: [] }
const limit = fc.record({ limit: fc.integer({ min: 1, max: 200 }) }, some)

const permissions = fc.uniqueArray(permission, { maxLength: 4 })
const memberships = (ending: boolean): Arbitrary<Record<string, unknown>> =>
  fc.dictionary(
    team,
    fc.oneof({ weight: 6, arbitrary: role }, fc.constantFrom(...(ending ? [null, true] : [true]))),
    { maxKeys: 3 },
  )
const subject = fc.oneof(
  { weight: 6, arbitrary: team.map((id) => ({ type: 'team', id })) },
  { weight: 1, arbitrary: user.map((id) => ({ type: 'user', id })) },
  { weight: 1, arbitrary: fc.constant({ type: 'email', id: 'guest@example.test' }) },
)
const entryRoles = fc.dictionary(fc.constantFrom('project', 'project', 'bench'), role, {
  maxKeys: 1,
})
const kind = fc.constantFrom(
  'interaction',
  'training_job',
  'evaluation_job',
  'dataset',
  'metric',
  'model',
  'nothing',
)
const run = fc.constantFrom(
  'attach',
  'detach',
  'deploy',
  'terminate',
  'link',
  'add_feedback',
  'nothing',
)
const question = fc.record(
  {
    subject: fc.oneof(user, fc.constant('me')).map((id) => ({ type: 'user', id })),
    action: fc
      .oneof(permission, fc.constantFrom('users.update', 'roles.create'))
      .map((action) => ({ name: action })),
    resource: fc.oneof(
      project.map((id) => ({ type: 'project', id })),
      team.map((id) => ({ type: 'team', id })),
      fc.constant({ type: 'organization', id: 'current' }),
    ),
    context: fc.record({ explain: fc.boolean() }, some),
  },
  { requiredKeys: ['subject', 'action', 'resource'] },
)

/** A call that changes nothing, whoever makes it. */
const reading: Arguments = {
  'organization.get': none,
  'permissions.list': fc.tuple(limit),
  'roles.list': fc.tuple(limit),
  'roles.get': fc.tuple(role),
  'teams.list': fc.tuple(limit),
  'teams.get': fc.tuple(team),
  'users.list': fc.tuple(fc.record({ team, role }, some)),
  'users.me': none,
  'users.get': fc.tuple(user),
  'projects.list': fc.tuple(fc.record({ team }, some)),
  'projects.get': fc.tuple(project),
  'projects.members.list': fc.tuple(project, limit),
  'projects.members.get': member,
  'artifacts.list': fc.tuple(fc.record({ project, kind }, some)),
  'artifacts.get': fc.tuple(artifact),
  'policy.get': none,
  'policy.matrix': none,
  'access.evaluate': fc.tuple(question),
  'access.searchActions': fc.tuple(question),
  'access.searchResources': fc.tuple(question),
  'access.searchSubjects': fc.tuple(question),
}

const changing: Arguments = {
  'roles.create': fc.tuple(
    fc.record({ key, permissions }, { requiredKeys: ['key', 'permissions'] }),
  ),
  'roles.update': fc.tuple(role, fc.record({ name, permissions }, some)),
  'roles.delete': fc.tuple(role),
  'teams.create': fc.tuple(fc.record({ key, defaultRole: role }, { requiredKeys: ['key'] })),
  'teams.update': fc.tuple(
    team,
    fc.record({ name, defaultRole: fc.oneof(role, fc.constant(null)) }, some),
  ),
  'teams.delete': fc.tuple(team),
  'users.create': fc.tuple(
    fc.record(
      {
        email: fc.constantFrom('new@acme.test', 'founder@acme.test', 'lead@acme.test'),
        type: fc.constantFrom('human', 'service'),
        teams: memberships(false),
      },
      { requiredKeys: ['email'] },
    ),
  ),
  'users.update': fc.tuple(
    user,
    fc.record({ teams: memberships(true), name }, { requiredKeys: ['teams'] }),
  ),
  'users.remove': fc.tuple(user),
  'projects.create': fc.tuple(fc.record({ key, team }, { requiredKeys: ['key'] })),
  'projects.update': fc.tuple(project, fc.record({ name, description: name }, some)),
  'projects.delete': fc.tuple(project),
  'projects.transferOwnership': fc.tuple(project, fc.record({ to: user })),
  'projects.members.add': fc.tuple(
    project,
    fc.record(
      { subject, roles: entryRoles, isOwner: fc.boolean() },
      { requiredKeys: ['subject', 'roles'] },
    ),
  ),
  'projects.members.update': fc
    .tuple(member, fc.record({ roles: entryRoles, isOwner: fc.boolean() }, some))
    .map(([path, body]) => [...path, body]),
  'projects.members.remove': member,
  'projects.members.accept': member,
  'artifacts.create': fc.tuple(
    fc.record({ kind, project, name }, { requiredKeys: ['kind', 'name'] }),
  ),
  'artifacts.update': fc.tuple(artifact, fc.record({ name }, some)),
  'artifacts.delete': fc.tuple(artifact),
  'artifacts.move': fc.tuple(artifact, fc.record({ project })),
  'artifacts.run': fc.tuple(artifact, run, fc.record({ project }, some)),
}

const oneOf = (table: Arguments): Arbitrary<Sent> =>
  fc.oneof(
    ...Object.entries(table).flatMap(([operation, args]) =>
      isOperation(operation) ? [fc.record({ operation: fc.constant(operation), args })] : [],
    ),
  )

/** Replaces a body or query by something that no schema foresaw, or slips a key into it. */
const spoiled = (calls: Arbitrary<Sent>): Arbitrary<Sent> =>
  fc.tuple(calls, fc.jsonValue({ maxDepth: 2 }), nonsense).map(([call, value, extra]) => {
    const { parameters: names, input } = operations[call.operation]
    if (!input) return call
    const body = call.args[names.length]
    const next = typeof body === 'object' && body !== null ? { ...body, [extra]: value } : value
    return { ...call, args: [...call.args.slice(0, names.length), next] }
  })

/** Calls that may change something, a few of them nonsense. */
export const changingCall: Arbitrary<Sent> = fc.oneof(
  { weight: 15, arbitrary: oneOf(changing) },
  { weight: 1, arbitrary: spoiled(oneOf(changing)) },
)

/** Any call. */
export const anyCall: Arbitrary<Sent> = fc.oneof(
  { weight: 3, arbitrary: changingCall },
  { weight: 1, arbitrary: oneOf(reading) },
)

/** Somebody to call as; often one of those who may do much. */
export const anyone: Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...known.users) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('admin@acme.test', 'bridge@acme.test', 'lead@acme.test'),
  },
)
