import {
  checkPolicy,
  ConfigurationError,
  createMock,
  diffPolicies,
  matrix,
  type Scenario,
} from 'rolecall/mocks'
import { adaptive, definePolicy, type Policy, type Requirement } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'

const { scenario: acme } = createMock()

describe('a duplicate in a scenario is a ConfigurationError that names it', () => {
  const again = <T>(list: readonly T[] | undefined): readonly T[] => [
    ...(list ?? []),
    ...(list ?? []).slice(0, 1),
  ]
  const role = { key: 'guest', permissions: [] }
  const entry = {
    project: 'churn',
    subject: { type: 'user', id: 'lead@acme.test' },
  } as const

  test.each<readonly [string, Partial<Scenario>, string]>([
    [
      'a user',
      { users: again(acme.users) },
      `users[${acme.users.length}].email: "admin@acme.test" exists already, at users[0]. List it once.`,
    ],
    [
      'a user in capitals',
      { users: [...acme.users, { email: 'LEAD@acme.test' }] },
      `users[${acme.users.length}].email: "lead@acme.test" exists already, at users[4]. List it once.`,
    ],
    ['a team', { teams: again(acme.teams) }, 'exists already, at teams[0]. List it once.'],
    [
      'the policy’s team',
      { teams: [...(acme.teams ?? []), { key: 'admin' }] },
      '.key: "admin" exists already: the policy brings it. Leave it out.',
    ],
    [
      'a role',
      { roles: [role, role] },
      'roles[1].key: "guest" exists already, at roles[0]. List it once.',
    ],
    [
      'the policy’s role',
      { roles: [{ key: 'annotator', permissions: [] }] },
      'roles[0].key: "annotator" exists already: the policy brings it. Leave it out.',
    ],
    [
      'a project',
      { projects: again(acme.projects) },
      'exists already, at projects[0]. List it once.',
    ],
    [
      'an entry',
      { members: [entry, entry] },
      'members[1].subject: "lead@acme.test" exists already, at members[0]. List it once.',
    ],
  ])('%s', async (_, change, message) => {
    const scenario = { ...acme, ...change }
    // By hand: RegExp.escape is newer than the oldest supported Node.
    const literally = message.replaceAll(/[^\w\s]/g, String.raw`\$&`)
    const said = new RegExp(`^Scenario acme: .*${literally}$`)
    for (const attempt of [
      () => createMock({ scenario }),
      () => diffPolicies(adaptive, adaptive, scenario),
    ]) {
      expect(attempt).toThrow(ConfigurationError)
      expect(attempt).toThrow(said)
    }
    await expect(matrix({ scenario })).rejects.toThrow(said)
  })
})

describe('deep or circular nesting', () => {
  const nested = (levels: number): Requirement => {
    let requirement: Requirement = { nothing: true }
    for (let level = 0; level < levels; level += 1) requirement = { all: [requirement] }
    return requirement
  }
  const endless: { all: Requirement[] } = { all: [] }
  endless.all.push(endless)
  const withRule = (require: Requirement): Policy => {
    const [name = '', rule] = Object.entries<Policy['rules'][string]>(adaptive.rules)[0] ?? []
    if (rule === undefined) throw new Error('The policy has no rule.')
    return definePolicy({ ...adaptive, rules: { ...adaptive.rules, [name]: { ...rule, require } } })
  }

  test.each([
    ['20,000 levels', withRule(nested(20_000))],
    ['itself', withRule(endless)],
  ])('%s: a policy is refused by every function that takes one', async (_, policy) => {
    expect(checkPolicy(policy)).toEqual([
      {
        severity: 'error',
        code: 'shape',
        pointer: expect.stringMatching(/^\/rules\/.*\/require\/all\/0\/all\/0/),
        message: 'It is nested more than 100 levels deep.',
        fix: 'Nest fewer requirements inside each other.',
      },
    ])
    const said = /^policy is nested more than 100 levels deep, or contains itself, at \/rules\//
    for (const attempt of [() => createMock({ policy }), () => diffPolicies(adaptive, policy)]) {
      expect(attempt).toThrow(ConfigurationError)
      expect(attempt).toThrow(said)
    }
    await expect(matrix({ policy })).rejects.toThrow(said)
  })

  test('a scenario is refused likewise', () => {
    const data: Record<string, unknown> = {}
    data['self'] = data
    const artifact = {
      kind: 'dataset',
      name: 'x',
      project: 'churn',
      creator: 'lead@acme.test',
      data,
    }
    const attempt = () => createMock({ scenario: { ...acme, artifacts: [artifact] } })
    expect(attempt).toThrow(ConfigurationError)
    expect(attempt).toThrow(/^scenario is nested .* or contains itself, at \/artifacts\/0\/data/)
  })

  test('40 levels are accepted, and a shared object is not circular', () => {
    const shared = nested(40)
    const policy = withRule({ all: [shared, shared] })
    expect(createMock({ policy }).policy).toBe(policy)
    expect(checkPolicy(policy).filter(({ code }) => code === 'shape')).toEqual([])
  })
})
