import { createMock, type Scenario } from 'rolecall/mocks'
import { superannotate } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import {
  add,
  type Any,
  complaint,
  type PolicyName,
  scenarioOf,
  set,
} from '../support/scenario-error.ts'

describe('a scenario may not contain what the policy forbids to everyone', () => {
  const plain = (scenario: Scenario, role: string) =>
    scenario.users.findIndex((user) => user.role === role)

  test.each<readonly [PolicyName, (scenario: Any & Scenario) => unknown, RegExp]>([
    [
      'bigml',
      set('artifacts', 0, 'project')(null),
      /artifacts\[0\]\.project: It is missing\. bigml needs it\.$/,
    ],
    [
      'adaptive',
      add('members', {
        project: 'churn',
        subject: { type: 'user', id: 'lead@acme.test' },
        roles: { project: 'admin' },
      }),
      /members\[\d+\]: .* \(adaptive, AD-14\)$/,
    ],
    [
      'superannotate',
      (scenario) =>
        set('users', plain(scenario, 'contributor'), 'grants')({ explore: true })(scenario),
      /users\[\d+\]: Grants are for Team Admins, .* \(superannotate, SA-06\)$/,
    ],
    [
      'superannotate',
      (scenario) => set('users', plain(scenario, 'admin'), 'paused')(true)(scenario),
      /users\[\d+\]: .* \(superannotate, SA-11\)$/,
    ],
    [
      'bigml',
      (scenario) => set('users', plain(scenario, 'admin'), 'role')('owner')(scenario),
      /users: There are 2 that count, and at most 1 are allowed\. There is exactly one owner .* \(bigml, BG-03\)$/,
    ],
    [
      'bigml',
      set('organization', 'plan', 'seats')(2),
      /users: There are \d+ that count, and at most 2 are allowed\. .* \(bigml, BG-11\)$/,
    ],
    [
      'bigml',
      (scenario) =>
        set('organization', 'owner')(scenario.users[plain(scenario, 'member')]?.email)(scenario),
      /organization\.owner: .* has the role member in the organization, and the owner must have owner\. Name a user with that role\.$/,
    ],
    [
      'bigml',
      add(
        'invitations',
        { email: 'two@new.test', role: 'member' },
        { email: 'TWO@new.test', role: 'member' },
      ),
      /invitations\[\d+\]\.email: two@new\.test has a pending invitation already, at invitations\[\d+\]\. Keep one\.$/,
    ],
    [
      'bigml',
      add('invitations', { email: 'admin@acme.test', role: 'member' }),
      /invitations\[\d+\]\.status: It is "pending", but the person is an active user\. It must be "accepted"\.$/,
    ],
  ])('%s, %#', (policy, change, said) => {
    expect(complaint(policy, change)).toMatch(said)
  })

  test('a second token revokes the first, as a call would', async () => {
    const scenario = { ...scenarioOf('superannotate') }
    add('tokens', { name: 'Second', creator: scenario.organization.owner ?? 'admin@acme.test' })(
      scenario,
    )
    const client = createMock({ policy: superannotate, scenario }).client({ as: 'admin@acme.test' })
    const { data } = await client.tokens.list()
    expect(data.map(({ revokedAt }) => revokedAt === undefined)).toEqual([false, true])
  })
})
