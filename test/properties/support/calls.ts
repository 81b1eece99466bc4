import fc, { type Arbitrary } from 'fast-check'
import { isOperation } from '../../../mocks/policy/actions.ts'
import { operations } from '../../../src/generated/operations.ts'
import type { OperationId } from '../../../src/index.ts'
import { categoriesOf, madeKeys, type Names, namesOn } from './names.ts'
import { mostly, nonsense } from './nonsense.ts'
import type { Sent } from './send.ts'
import type { Stage } from './stage.ts'

/** Path arguments, then the body or the query, by operation. */
type Arguments = Partial<Record<OperationId, Arbitrary<readonly unknown[]>>>

const some = { requiredKeys: [] }
const none = fc.constant<readonly unknown[]>([])
const name = fc.constantFrom('Name', 'Other name')
const limit = fc.record({ limit: fc.integer({ min: 1, max: 200 }) }, some)

/** Arbitraries of everything that a call may name. */
function vocabulary(names: Names) {
  const rolesIn = (place: string) => mostly(names.roles[place] ?? [])
  const categories = categoriesOf(names)
  const entryRoles = fc.record(
    Object.fromEntries(categories.map((category) => [category, rolesIn(category)])),
    some,
  )
  const user = fc.oneof(
    { weight: 12, arbitrary: mostly(names.users) },
    { weight: 1, arbitrary: fc.constantFrom(...names.users).map((email) => email.toUpperCase()) },
  )
  const team = mostly(names.teams)
  const project = mostly([...names.projects, ...names.projects, ...madeKeys])
  return {
    user,
    team,
    project,
    organizationRole: rolesIn('organization'),
    teamRole: rolesIn('team'),
    role: mostly([...new Set(Object.values(names.roles).flat())]),
    entryRoles,
    rights: fc.subarray(['upload', 'download']),
    grants: fc.dictionary(mostly(names.grants), fc.constantFrom(true, null), { maxKeys: 2 }),
    permission: mostly(names.permissions, 40),
    permissions: fc.uniqueArray(mostly(names.permissions, 40), { maxLength: 4 }),
    kind: mostly(names.kinds),
    run: mostly(names.runs),
    artifact: mostly(names.artifacts),
    invitation: mostly(names.invitations),
    token: mostly(names.tokens),
    key: fc.constantFrom(...madeKeys, ...names.teams, ...names.projects),
    member:
      names.members.length === 0
        ? fc.tuple(project, nonsense)
        : fc.oneof(
            { weight: 8, arbitrary: fc.constantFrom(...names.members) },
            {
              weight: 1,
              arbitrary: fc.tuple(project, fc.constantFrom(...names.members.map(([, id]) => id))),
            },
          ),
    memberships: (ended: boolean) =>
      fc.dictionary(
        team,
        fc.oneof(
          { weight: 5, arbitrary: rolesIn('team') },
          fc.constantFrom(...(ended ? [null, true] : [true])),
        ),
        { maxKeys: 2 },
      ),
    subject: fc.oneof(
      fc.record({ type: fc.constant('user'), id: user }),
      fc.record({ type: fc.constant('team'), id: team }),
      fc.record({ type: fc.constant('email'), id: mostly(names.users) }),
    ),
  }
}

type Vocabulary = ReturnType<typeof vocabulary>

/** Calls that change nothing, whoever makes them. */
const reading = ({
  user,
  team,
  role,
  project,
  member,
  kind,
  permission,
  ...words
}: Vocabulary): Arguments => {
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
      context: fc.record({ explain: fc.boolean() }, some),
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
    'users.list': fc.tuple(fc.record({ team, role }, some)),
    'users.me': none,
    'users.get': fc.tuple(user),
    'invitations.list': fc.tuple(limit),
    'invitations.get': fc.tuple(words.invitation),
    'projects.list': fc.tuple(fc.record({ team }, some)),
    'projects.get': fc.tuple(project),
    'projects.members.list': fc.tuple(project, limit),
    'projects.members.get': member,
    'artifacts.list': fc.tuple(fc.record({ project, kind }, some)),
    'artifacts.get': fc.tuple(words.artifact),
    'tokens.list': fc.tuple(limit),
    'tokens.get': fc.tuple(words.token),
    'audit.list': fc.tuple(fc.record({ project }, some)),
    'policy.get': none,
    'policy.matrix': fc.tuple(fc.constant({})),
    'access.evaluate': fc.tuple(question),
    'access.searchActions': fc.tuple(question),
    'access.searchResources': fc.tuple(question),
    'access.searchSubjects': fc.tuple(question),
  }
}

const changing = (words: Vocabulary): Arguments => {
  const { user, team, project, role, key, artifact, invitation, member, kind, permissions } = words
  const { entryRoles: roles, rights, grants, subject, organizationRole, memberships } = words
  const isPrivate = fc.boolean()
  const described = { name, description: name }
  return {
    'organization.update': fc.tuple(fc.record(described, some)),
    'organization.updatePlan': fc.tuple(
      fc.record(
        { seats: fc.integer({ min: 1, max: 14 }), features: fc.subarray(['explore']) },
        some,
      ),
    ),
    'organization.transferOwnership': fc.tuple(fc.record({ to: user })),
    'roles.create': fc.tuple(fc.record({ key, permissions })),
    'roles.update': fc.tuple(role, fc.record({ name, permissions }, some)),
    'roles.delete': fc.tuple(role),
    'teams.create': fc.tuple(
      fc.record({ key, defaultRole: words.teamRole }, { requiredKeys: ['key'] }),
    ),
    'teams.update': fc.tuple(
      team,
      fc.record({ name, defaultRole: fc.oneof(words.teamRole, fc.constant(null)) }, some),
    ),
    'teams.delete': fc.tuple(team),
    'users.create': fc.tuple(
      fc.record(
        {
          email: words.user,
          type: fc.constantFrom('human', 'service'),
          teams: memberships(false),
        },
        { requiredKeys: ['email'] },
      ),
    ),
    'users.update': fc.tuple(
      user,
      fc.oneof(
        fc.record({ role: organizationRole }),
        fc.record({ grants }),
        fc.record({ paused: fc.boolean() }),
        fc.record({ teams: memberships(true) }),
        fc.record(
          { name, role: organizationRole, teams: memberships(true), grants, paused: fc.boolean() },
          some,
        ),
      ),
    ),
    'users.remove': fc.tuple(user),
    'invitations.create': fc.tuple(
      fc.record({ email: user, role: organizationRole }, { requiredKeys: ['email'] }),
    ),
    'invitations.resend': fc.tuple(invitation),
    'invitations.withdraw': fc.tuple(invitation),
    'invitations.accept': fc.tuple(invitation),
    'invitations.reject': fc.tuple(invitation),
    'projects.create': fc.tuple(
      fc.record({ key, team, private: isPrivate }, { requiredKeys: ['key'] }),
    ),
    'projects.update': fc.tuple(
      project,
      fc.oneof(
        fc.record({ private: isPrivate }),
        fc.record({ ...described, private: isPrivate }, some),
      ),
    ),
    'projects.delete': fc.tuple(project),
    'projects.transferOwnership': fc.tuple(project, fc.record({ to: user })),
    'projects.members.add': fc.tuple(
      project,
      fc.record(
        { subject, roles, rights, grants, isOwner: fc.boolean() },
        { requiredKeys: ['subject', 'roles'] },
      ),
    ),
    'projects.members.update': fc
      .tuple(
        member,
        fc.oneof(
          fc.record({ roles }),
          fc.record({ rights }),
          fc.record({ roles, rights, grants, isOwner: fc.boolean() }, some),
        ),
      )
      .map(([path, body]) => [...path, body]),
    'projects.members.remove': member,
    'projects.members.accept': member,
    'projects.members.reject': member,
    'artifacts.create': fc.tuple(
      fc.record({ kind, project, name }, { requiredKeys: ['kind', 'name'] }),
    ),
    'artifacts.update': fc.tuple(artifact, fc.record({ name }, some)),
    'artifacts.delete': fc.tuple(artifact),
    'artifacts.move': fc.tuple(artifact, fc.record({ project })),
    'artifacts.run': fc.tuple(artifact, words.run, fc.record({ project }, some)),
    'tokens.create': fc.tuple(fc.record({ name }, some)),
    'tokens.revoke': fc.tuple(words.token),
  }
}

/** The call without the keys that the platform does not know there. */
const offered = ({ policy }: Stage, { operation, args }: Sent): Sent => {
  const { keys } = policy.changes[operation] ?? {}
  const count = operations[operation].parameters.length
  const body = args[count]
  if (!keys || typeof body !== 'object' || body === null) return { operation, args }
  const known = Object.entries(body).filter(([key]) => Object.hasOwn(keys, key))
  return { operation, args: [...args.slice(0, count), Object.fromEntries(known)] }
}

/** Mostly what the platform offers. */
const oneOf = (stage: Stage, table: Arguments): Arbitrary<Sent> =>
  fc.oneof(
    ...Object.entries(table).flatMap(([operation, args]) =>
      isOperation(operation)
        ? [
            {
              weight: stage.compiled.offers(operation) ? 20 : 1,
              arbitrary: fc.tuple(args, fc.nat({ max: 9 })).map(([given, luck]): Sent => {
                const call = { operation, args: given }
                return luck > 0 ? offered(stage, call) : call
              }),
            },
          ]
        : [],
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

/** Random calls on one platform, mostly right and now and then nonsense. */
export interface Calls {
  /** Calls that may change something. */
  changing: Arbitrary<Sent>
  /** Any call. */
  any: Arbitrary<Sent>
  /** Somebody to call as. */
  by: Arbitrary<string>
}

export function callsOn(stage: Stage): Calls {
  const words = vocabulary(namesOn(stage))
  const table = changing(words)
  const changes = fc.oneof(
    { weight: 19, arbitrary: oneOf(stage, table) },
    { weight: 1, arbitrary: spoiled(oneOf(stage, table)) },
  )
  return {
    changing: changes,
    any: fc.oneof(
      { weight: 3, arbitrary: changes },
      { weight: 1, arbitrary: oneOf(stage, reading(words)) },
    ),
    by: fc.constantFrom(...stage.people),
  }
}
