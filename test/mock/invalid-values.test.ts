import { createMock, matrix, type Scenario } from 'rolecall/mocks'
import { bigml, ica } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import {
  add,
  type Any,
  complaint,
  type PolicyName,
  scenarioOf,
  set,
} from '../support/scenario-error.ts'

test.each<PolicyName>(['adaptive', 'bigml', 'superannotate', 'peltarion', 'ica'])(
  'the scenario of %s is also valid as a custom one',
  (policy) => {
    expect(createMock({ policy, scenario: scenarioOf(policy) }).users().length).toBeGreaterThan(3)
  },
)

describe('a value that no call would accept is named by its place', () => {
  const address = 'It must be an e-mail address, such as reviewer@acme.test.'
  const key = 'It must be a key: a lower-case letter, then up to 62'

  test.each<readonly [PolicyName, (scenario: Any & Scenario) => unknown, string]>([
    ['adaptive', set('users', 3, 'email')('alice'), `users[3].email: It is "alice". ${address}`],
    [
      'adaptive',
      set('users', 3, 'email')('a@intranet'),
      `users[3].email: It is "a@intranet". ${address}`,
    ],
    ['adaptive', set('users', 0, 'name')('x'.repeat(201)), 'It must have at most 200 characters.'],
    [
      'adaptive',
      set('projects', 0, 'key')('My Shelf'),
      `projects[0].key: It is "My Shelf". ${key}`,
    ],
    ['adaptive', set('teams', 1, 'key')('role_abc'), `teams[1].key: It is "role_abc". ${key}`],
    ['adaptive', set('roles', 0, 'key')('Head!'), `roles[0].key: It is "Head!". ${key}`],
    [
      'adaptive',
      set('projects', 0, 'tags')(['a', 'a']),
      'projects[0].tags: It is a list. It must not repeat an item',
    ],
    ['adaptive', set('projects', 0, 'tags')(['']), 'projects[0].tags[0]: It is "". It must'],
    ['adaptive', set('artifacts', 0, 'name')(''), 'artifacts[0].name: It is "". It must'],
    ['superannotate', set('tokens', 0, 'name')(' '), 'tokens[0].name: It is " ". It must'],
    ['superannotate', set('invitations', 0, 'message')(''), 'invitations[0].message: It is "".'],
    ['bigml', set('invitations', 0, 'email')('x'), `invitations[0].email: It is "x". ${address}`],
    [
      'bigml',
      set('organization', 'plan', 'seats')(-1),
      'organization.plan.seats: It is -1. It must be at least 0.',
    ],
    [
      'bigml',
      set('organization', 'plan', 'seats')(1.5),
      'organization.plan.seats: It is 1.5. It must be a whole number.',
    ],
    [
      'superannotate',
      set('organization', 'plan', 'features')(['']),
      'organization.plan.features[0]: It is "".',
    ],
    ['bigml', set('organization', 'name')(''), 'organization.name: It is "". It must'],
    [
      'ica',
      set('members', 0)({ project: 'genomes', subject: { type: 'email', id: 'partner' } }),
      `members[0].subject.id: It is "partner". ${address}`,
    ],
    [
      'adaptive',
      set('admins')(['boss@intranet']),
      'scenario.admins[0] must be an e-mail address, such as admin@acme.test, not "boss@intranet".',
    ],
    ['adaptive', set('users', 0, 'email')(5), 'scenario.users[0].email: It is 5. It must be text.'],
  ])('%s, %#', (policy, change, said) => {
    expect(complaint(policy, change)).toContain(said)
  })

  test('and one of several with the number of the others', () => {
    const said = complaint('adaptive', (scenario) => {
      set('users', 0, 'email')('alice')(scenario)
      set('users', 1, 'email')('bob')(scenario)
    })
    expect(said).toMatch(/^Scenario acme: users\[0\]\.email: .* There is 1 more fault\.$/)
  })

  test('by every function that takes a scenario', async () => {
    const scenario = { ...scenarioOf('adaptive') }
    add('users', { email: 'alice' })(scenario)
    await expect(matrix({ scenario })).rejects.toThrow(/users\[\d+\]\.email: It is "alice"/)
  })
})

describe('an unknown reference is named by its place', () => {
  test.each<readonly [PolicyName, (scenario: Any & Scenario) => unknown, string]>([
    [
      'adaptive',
      set('users', 0, 'teams')({ reserch: 'admin' }),
      'users[0].teams.reserch names the team "reserch", which does not exist. Did you mean research?',
    ],
    [
      'bigml',
      set('users', 0, 'role')('boss'),
      'users[0].role names the role "boss", which does not exist.',
    ],
    [
      'bigml',
      set('users', 1, 'role')('write'),
      'users[1].role names the role "write", which is held elsewhere. Known are owner, admin, member, restricted.',
    ],
    [
      'bigml',
      set('members', 0, 'roles')({ project: 'admi' }),
      'members[0].roles.project names the role "admi", which does not exist. Did you mean admin?',
    ],
    [
      'ica',
      set('members', 0, 'roles')({ sideways: 'viewer' }),
      'members[0].roles.sideways names the role "viewer", which is held elsewhere. No role is held here.',
    ],
    [
      'superannotate',
      set('users', 1, 'grants')({ explor: true }),
      'users[1].grants.explor names the grant "explor", which does not exist. Did you mean explore?',
    ],
    [
      'superannotate',
      set('members', 0, 'grants')({ run_training: true }),
      'members[0].grants.run_training names the grant "run_training", which belongs in users[].grants.',
    ],
    [
      'adaptive',
      set('projects', 0, 'creator')('nobody@acme.test'),
      'projects[0].creator names the user "nobody@acme.test", which does not exist.',
    ],
    [
      'adaptive',
      set('artifacts', 0, 'kind')('datset'),
      'artifacts[0].kind names the kind "datset", which does not exist. Did you mean dataset?',
    ],
    [
      'adaptive',
      set('artifacts', 0, 'attachedTo')(['nowhere']),
      'artifacts[0].attachedTo[0] names the project "nowhere"',
    ],
    [
      'adaptive',
      set('personas', 1, 'user')('nobody@acme.test'),
      'personas[1].user names the user "nobody@acme.test"',
    ],
    [
      'bigml',
      add('roles', { key: 'guest', permissions: [] }),
      'roles[0]: Policy bigml allows no custom roles (customRoles). Leave it out.',
    ],
  ])('%s, %#', (policy, change, said) => {
    expect(complaint(policy, change)).toContain(said)
  })
})

describe('auth.admins', () => {
  test('an address that nobody can sign up with', () => {
    expect(() => createMock({ auth: { admins: ['admin@acme.test', 'boss@intranet'] } })).toThrow(
      'auth.admins[1] must be an e-mail address, such as admin@acme.test, not "boss@intranet".',
    )
  })

  test('warns where a policy makes nobody an administrator at sign-up', () => {
    for (const policy of [bigml, ica]) {
      const { warnings } = createMock({ policy, auth: { admins: ['boss@acme.test'] } })
      expect(warnings).toEqual([
        `auth.admins has no effect: under policy ${policy.name}, nobody becomes an administrator by signing up.`,
      ])
    }
  })
})

test('an address longer than a name may be is no 500', async () => {
  const long = `${'a'.repeat(60)}@${'b.'.repeat(80)}test`
  const mock = createMock()
  const admin = mock.client({ as: 'admin@acme.test' })
  expect(await admin.users.create({ email: long })).toMatchObject({ email: long })
  await admin.users.remove(long)
  const signedUp = mock.client({ as: `c${long}`, signUp: true })
  expect((await signedUp.users.me()).name).toBe(`c${long}`.slice(0, 200))
  const scenario = { ...scenarioOf('adaptive') }
  add('users', { email: long })(scenario)
  expect(createMock({ scenario }).users().at(-1)?.name).toBe(long.slice(0, 200))
  const owner = createMock({ policy: 'bigml' }).client({ as: 'admin@acme.test' })
  expect((await owner.invitations.create({ email: long, role: 'member' })).email).toBe(long)
})
