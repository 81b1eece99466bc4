import fc, { type Arbitrary } from 'fast-check'
import type { Mock } from '../../mocks/index.ts'
import { isOperation } from '../../mocks/policy/actions.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import type { OperationId } from '../../src/index.ts'
import type { Sent } from './send.ts'

interface Named {
  readonly id: string
  readonly key?: string
  readonly email?: string
  readonly project?: string
}

/** What there is in a platform's scenario, to be named by calls. */
type State = Readonly<Record<string, readonly Named[]>>

const stateOf = (mock: Mock): State => JSON.parse(mock.state)

const someOf = (items: readonly string[]): Arbitrary<string> =>
  items.length === 0 ? fc.constant('nothing') : fc.constantFrom(...items)

const optional = (fields: Record<string, Arbitrary<unknown>>): Arbitrary<unknown> =>
  fc.record(fields, { requiredKeys: [] })

/** Calls of every operation on what the platform's scenario has, mostly right and now and then not. */
export function callsOn(policy: Policy, mock: Mock): Arbitrary<Sent> {
  const state = stateOf(mock)
  const names = (table: string): readonly string[] =>
    (state[table] ?? []).map(({ id, key, email }) => key ?? email ?? id)
  const ids = (table: string): readonly string[] => (state[table] ?? []).map(({ id }) => id)
  const user = someOf(names('users'))
  const team = someOf(names('teams'))
  const role = someOf(names('roles'))
  const project = someOf(names('projects'))
  const entries = (state.members ?? []).map(({ id, project: of }) => [of ?? '', id] as const)
  const entry =
    entries.length === 0 ? fc.tuple(project, fc.constant('mem_none')) : fc.constantFrom(...entries)
  const artifact = someOf(ids('artifacts'))
  const invitation = someOf(ids('invitations'))
  const token = someOf(ids('tokens'))
  const kind = someOf(Object.keys(policy.kinds))
  const run = someOf(Object.values(policy.kinds).flatMap((one) => Object.keys(one.run ?? {})))
  const category = someOf([...new Set(policy.roles.map(({ category: of = 'project' }) => of))])
  const grant = someOf(Object.keys(policy.grants))
  const permissions = fc.uniqueArray(someOf(Object.keys(policy.permissions)), { maxLength: 3 })
  const address = fc.oneof(user, fc.constant('new@acme.test'))
  const teams = fc.dictionary(team, fc.oneof(role, fc.constant(null), fc.constant(true)), {
    maxKeys: 2,
  })
  const grants = fc.dictionary(grant, fc.constantFrom(true, null), { maxKeys: 1 })
  const roles = fc.dictionary(category, role, { maxKeys: 2 })
  const rights = fc.uniqueArray(fc.constantFrom('upload', 'download'))
  const subject = fc.oneof(
    fc.record({ type: fc.constant('user'), id: user }),
    fc.record({ type: fc.constant('team'), id: team }),
    fc.record({ type: fc.constant('email'), id: address }),
  )
  const name = fc.constant('Renamed')
  const key = fc.constant('made')
  const args: Partial<Record<OperationId, Arbitrary<readonly unknown[]>>> = {
    'organization.get': fc.constant([]),
    'organization.update': fc.tuple(optional({ name })),
    'organization.updatePlan': fc.tuple(optional({ seats: fc.integer({ min: 1, max: 9 }) })),
    'organization.transferOwnership': fc.tuple(fc.record({ to: user })),
    'organization.delete': fc.constant([]),
    'roles.list': fc.tuple(fc.constant({})),
    'roles.create': fc.tuple(fc.record({ key, permissions })),
    'roles.update': fc.tuple(role, optional({ name, permissions })),
    'roles.delete': fc.tuple(role),
    'teams.list': fc.tuple(fc.constant({})),
    'teams.create': fc.tuple(fc.record({ key })),
    'teams.get': fc.tuple(team),
    'teams.update': fc.tuple(team, optional({ name, defaultRole: role })),
    'teams.delete': fc.tuple(team),
    'users.list': fc.tuple(fc.constant({})),
    'users.create': fc.tuple(fc.record({ email: address, teams }, { requiredKeys: ['email'] })),
    'users.me': fc.constant([]),
    'users.get': fc.tuple(user),
    'users.update': fc.tuple(user, optional({ name, role, teams, grants, paused: fc.boolean() })),
    'users.remove': fc.tuple(user),
    'invitations.list': fc.tuple(fc.constant({})),
    'invitations.create': fc.tuple(
      fc.record({ email: address, role }, { requiredKeys: ['email'] }),
    ),
    'invitations.get': fc.tuple(invitation),
    'invitations.resend': fc.tuple(invitation),
    'invitations.withdraw': fc.tuple(invitation),
    'invitations.accept': fc.tuple(invitation),
    'invitations.reject': fc.tuple(invitation),
    'projects.list': fc.tuple(fc.constant({})),
    'projects.create': fc.tuple(
      fc.record({ key, team, private: fc.boolean() }, { requiredKeys: ['key'] }),
    ),
    'projects.get': fc.tuple(project),
    'projects.update': fc.tuple(project, optional({ name, private: fc.boolean() })),
    'projects.delete': fc.tuple(project),
    'projects.transferOwnership': fc.tuple(project, fc.record({ to: user })),
    'projects.members.list': fc.tuple(project, fc.constant({})),
    'projects.members.add': fc.tuple(
      project,
      fc.record({ subject, roles, rights }, { requiredKeys: ['subject'] }),
    ),
    'projects.members.get': entry,
    'projects.members.update': fc
      .tuple(entry, optional({ roles, rights, grants }))
      .map(([path, body]) => [...path, body]),
    'projects.members.remove': entry,
    'projects.members.accept': entry,
    'projects.members.reject': entry,
    'artifacts.list': fc.tuple(optional({ project, kind })),
    'artifacts.create': fc.tuple(
      fc.record({ kind, project, name }, { requiredKeys: ['kind', 'name'] }),
    ),
    'artifacts.get': fc.tuple(artifact),
    'artifacts.update': fc.tuple(artifact, fc.record({ name })),
    'artifacts.delete': fc.tuple(artifact),
    'artifacts.move': fc.tuple(artifact, fc.record({ project })),
    'artifacts.run': fc.tuple(artifact, run, optional({ project })),
    'tokens.list': fc.tuple(fc.constant({})),
    'tokens.create': fc.tuple(fc.constant({})),
    'tokens.get': fc.tuple(token),
    'tokens.revoke': fc.tuple(token),
    'audit.list': fc.tuple(optional({ project })),
    'policy.get': fc.constant([]),
  }
  const calls = Object.entries(args).flatMap(([operation, values]) =>
    isOperation(operation) ? [values.map((given): Sent => ({ operation, args: given }))] : [],
  )
  return fc.oneof(...calls)
}
