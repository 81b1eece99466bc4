import { ConfigurationError, createMock } from 'rolecall/mocks'
import { adaptive, bigml } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import { readLibrary, withAt } from '../../policy/tools/library.ts'
import { as } from '../ask.ts'

const mock = createMock()
await as(mock, 'admin@acme.test')('POST /v1/teams', { key: 'qa' }, { 'idempotency-key': 'k' })
const saved: unknown = JSON.parse(JSON.stringify(mock.snapshot()))
const { state } = mock.snapshot()
const lead = state.users.find(({ email }) => email.startsWith('lead'))
const last = state.counters.sequence

/** Restores a value, as plain JavaScript can. */
const restore = (value: unknown): unknown => Reflect.apply(mock.restore, mock, [value])

function nested(depth: number): unknown {
  let value: unknown = 'end'
  for (let left = depth; left > 0; left -= 1) value = { inner: value }
  return value
}

const again: Record<string, unknown> = { format: 'rolecall/1' }
again.again = again

describe('a damaged snapshot is refused with the place', () => {
  test.each<readonly [string, unknown, string]>([
    // The whole.
    ['/format', 'rolecall/2', 'snapshot.format must be "rolecall/1", not "rolecall/2". Take a new'],
    ['/format', undefined, 'snapshot.format must be "rolecall/1", not undefined.'],
    ['/state', undefined, 'snapshot: '],
    ['/satte', {}, 'snapshot.satte: '],
    ['/secrets', 'no', 'snapshot.secrets: '],
    ['/seed', 'other', 'snapshot.state.seed must be "other", as in seed.'],
    ['/sequence', -1, 'snapshot.sequence must be a whole number from 0'],
    ['/explain', 'some', 'snapshot.explain: '],
    // Types.
    ['/state/users', {}, 'snapshot.state.users: '],
    ['/state/users/0/email', 5, 'snapshot.state.users[0].email: '],
    ['/state/users/0/nickname', 'A', 'snapshot.state.users[0].nickname: '],
    ['/log/audit/records/0/entry/allowed', 'yes', 'snapshot.log.audit.records[0].entry.allowed: '],
    ['/log/kept/0/answer/body', null, 'snapshot.log.kept[0].answer.body: '],
    // References.
    [
      '/state/users/0/teams/suport',
      'member',
      'snapshot.state.users[0].teams names the team "suport"',
    ],
    [
      '/state/users/0/teams/support',
      'membr',
      'snapshot.state.users[0].teams.support names the role',
    ],
    ['/state/users/0/role', 'owner', 'snapshot.state.users[0].role names the role "owner"'],
    [
      '/state/users/0/grants/explore',
      true,
      'snapshot.state.users[0].grants names the grant "explore"',
    ],
    ['/state/projects/0/creator', 'usr_none', 'snapshot.state.projects[0].creator names the user'],
    [
      '/state/projects/0/team',
      'nowhere',
      'snapshot.state.projects[0].team names the team "nowhere"',
    ],
    ['/state/members/0/project', 'chrun', 'Did you mean churn'],
    ['/state/members/0/subject/id', 'team_none', 'snapshot.state.members[0].subject.id names the'],
    ['/state/artifacts/0/kind', 'poem', 'snapshot.state.artifacts[0].kind names the kind "poem"'],
    ['/state/artifacts/0/project', 'none', 'snapshot.state.artifacts[0].project names the project'],
    [
      '/state/roles/0/permissions/0',
      'fly',
      'snapshot.state.roles[0].permissions names the permission',
    ],
    // Duplicates and counters.
    ['/state/users/0/id', lead?.id, 'is the same as users[0].id.'],
    ['/state/users/0/email', lead?.email, 'is the same as users[0].email.'],
    ['/state/users/0/sequence', lead?.sequence, 'is the same as users[0].sequence.'],
    ['/state/teams/0/key', state.teams[1]?.key, 'is the same as teams[0].key.'],
    ['/state/counters/sequence', 3, 'must be a whole number from 1 to state.counters.sequence, 3'],
    ['/state/users/0/sequence', last + 1, `must be a whole number from 1 to`],
    ['/state/users/0/sequence', 0.5, 'snapshot.state.users[0].sequence must be a whole number'],
    ['/state/counters/sequence', 1e300, 'snapshot.state.counters.sequence must be a whole number'],
    ['/state/counters/ids/user', -3, 'snapshot.state.counters.ids.user must be a whole number'],
    ['/log/requests', 1.5, 'snapshot.log.requests must be a whole number'],
    // Times.
    ['/state/counters/now', 1e300, 'snapshot.state.counters.now must be a time from 1970 to 9999'],
    ['/clock/now', 'noon', 'snapshot.clock.now must be a time, such as'],
    ['/clock/now', '2030-01-01T00:00:00.000Z', 'as in state.counters.now.'],
    ['/state/members/0/createdAt', 'x', 'snapshot.state.members[0].createdAt must be a time'],
    ['/log/audit/records/0/entry/at', 'x', 'snapshot.log.audit.records[0].entry.at must be a time'],
    // Values that no call accepts.
    [
      '/state/users/0/name',
      'A\u202eB',
      'snapshot.state.users[0].name must hold no control characters',
    ],
    ['/scenario/name', 'A\u0000', 'snapshot.scenario.name must hold no control characters'],
    ['/state/users/0/name', 'x'.repeat(1e6), "snapshot.state.users[0] can't be shown: /name"],
    ['/state/teams/0/key', 'Two Words', 'snapshot.state.'],
    ['/state/settings/admins', ['boss'], 'snapshot.state.settings.admins[0] must be an e-mail'],
    ['/log/audit/records/0/entry/operation', 'teams.fly', 'must be an operation of the API'],
    ['/log/audit/records/0/entry/status', 1.5, 'must be an HTTP status, not 1.5.'],
    [
      '/log/kept/0/answer/status',
      302,
      'snapshot.log.kept[0].answer.status must be from 200 to 299',
    ],
    ['/log/kept/0/answer/headers/Set-Cookie', 'a=1', 'answer.headers.Set-Cookie is no header that'],
    ['/log/kept/0/answer/headers/Content-Type', 'text/html', 'answer.headers.Content-Type is no'],
    ['/log/kept/0/answer/body', '<script>', 'snapshot.log.kept[0].answer.body must be JSON'],
  ])('%s is %o', (pointer, value, message) => {
    const before = mock.state
    expect(() => restore(withAt(saved, pointer, value))).toThrow(ConfigurationError)
    expect(() => restore(withAt(saved, pointer, value))).toThrow(message)
    expect(mock.state).toBe(before)
    const made = () =>
      Reflect.apply(createMock, undefined, [{ snapshot: withAt(saved, pointer, value) }])
    expect(made).toThrow(message)
  })

  test.each<readonly [string, unknown, string]>([
    ['null', null, 'snapshot must be the object that mock.snapshot() returned, not null.'],
    ['undefined', undefined, 'snapshot must be the object'],
    ['text', JSON.stringify(saved), 'snapshot must be the object that mock.snapshot() returned'],
    ['a list', [saved], 'snapshot must be the object'],
    ['a Map', new Map(), 'snapshot must be the object'],
    [
      'too deep',
      { format: 'rolecall/1', state: nested(10_000) },
      'nested more than 100 levels deep',
    ],
    ['itself again', again, 'or contains itself, at /again'],
    ['NaN', withAt(saved, '/state/organization/plan/seats', Number.NaN), 'snapshot'],
    ['a function', withAt(saved, '/state/organization/plan/seats', () => 5), 'snapshot'],
  ])('%s', (_, value, message) => {
    const before = mock.state
    expect(() => restore(value)).toThrow(ConfigurationError)
    expect(() => restore(value)).toThrow(message)
    expect(mock.state).toBe(before)
  })

  test('keys of prototypes are keys like others', () => {
    for (const place of ['/state/users/0/teams', '/state/users/0/grants', '/state/counters/ids']) {
      const hostile: unknown = JSON.parse('{"__proto__": {"polluted": true}}')
      expect(() => restore(withAt(saved, place, hostile))).toThrow(ConfigurationError)
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

describe('the policy of a snapshot', () => {
  const library = readLibrary()
  const own = createMock({ policy: library }).snapshot()

  test('must be that of the mock, by name', () => {
    const other = createMock({ policy: 'bigml' }).snapshot()
    expect(() => mock.restore(other)).toThrow(
      'The snapshot has policy bigml, and the mock adaptive. Start a mock from it: createMock({ snapshot }), or rolecall mock --data FILE.',
    )
    expect(() => createMock({ policy: 'ica', snapshot: other })).toThrow('policy bigml')
  })

  test('must be of the same version', () => {
    const changed = withAt(saved, '/policy/digest', 'another')
    expect(() => restore(changed)).toThrow('The snapshot has another version of policy adaptive.')
    expect(() =>
      createMock({ policy: { ...library, description: 'New.' }, snapshot: own }),
    ).toThrow('another version')
  })

  test('may be named as well, if it is the same', () => {
    expect(createMock({ policy: adaptive, snapshot: mock.snapshot() }).state).toBe(mock.state)
    expect(createMock({ policy: library, snapshot: own }).policy).toEqual(library)
    expect(bigml.name).toBe('bigml')
  })

  test.each([
    [
      '/policy/name',
      'adaptve',
      'snapshot.policy.name is "adaptve", which the package does not have',
    ],
    ['/policy/data', { name: 'x' }, 'snapshot.policy.data'],
    ['/policy/data', library, 'The snapshot has '],
  ])('%s is refused when it is %o', (pointer, value, message) => {
    const made = () =>
      Reflect.apply(createMock, undefined, [{ snapshot: withAt(saved, pointer, value) }])
    expect(made).toThrow(ConfigurationError)
    expect(made).toThrow(message)
  })
})

test.each([
  ['scenario', 'acme'],
  ['seed', 7],
  ['auth', {}],
])('createMock takes no %s with a snapshot, which has its own', (option, value) => {
  const make = () => Reflect.apply(createMock, undefined, [{ snapshot: saved, [option]: value }])
  expect(make).toThrow(
    `${option} can't be combined with snapshot, which has its own. Leave it out.`,
  )
})

test('a state without an administrator is refused with the rule', () => {
  const users = state.users.map((user) => ('admin' in user.teams ? { ...user, teams: {} } : user))
  const before = mock.state
  const left = { ...mock.snapshot(), state: { ...state, users } }
  expect(() => mock.restore(left)).toThrow(
    'snapshot.state.users: There are 0 that count, and at least 1 must. This would leave nobody who holds admin:manage_users in team admin. Give it to somebody else there first. (adaptive, AD-13)',
  )
  expect(() => createMock({ snapshot: left })).toThrow('AD-13')
  expect(mock.state).toBe(before)
})

test('a state that began without an administrator can be restored', () => {
  const organization = { name: 'Acme', plan: { name: 'enterprise', features: [] } }
  const users = [{ email: 'lead@acme.test', teams: {} }]
  const scenario = { name: 'nobody', description: 'No one.', organization, users, personas: [] }
  const led = createMock({ scenario })
  const snapshot = led.snapshot()
  expect(snapshot.broken).toEqual(['AD-13'])
  led.restore(snapshot)
  expect(createMock({ snapshot }).state).toBe(led.state)
  const { broken: _, ...kept } = snapshot
  expect(() => led.restore(kept)).toThrow('snapshot.state.users: There are 0 that count')
})
