import { createMock } from 'rolecall/mocks'
import { mockTest, test } from 'rolecall/mocks/vitest'
import { describe, expect } from 'vitest'

const role = { key: 'reviewer', permissions: ['use_case:read'] }

describe.concurrent('a state for each test', () => {
  test.for([1, 2])('%i', async (_, { as, mock, expect }) => {
    await as('admin@acme.test').roles.create(role)
    await as('lead@acme.test')
      .roles.create(role)
      .catch(() => {})
    expect(mock).toHaveCalled('roles.create', { args: [role], times: 2 })
    expect(mock).toHaveDenied('roles.create', { as: 'lead@acme.test', rule: 'AD-04', times: 1 })
  })
})

const bigml = mockTest({ policy: 'bigml' })

bigml('a policy of its own', async ({ as, mock }) => {
  expect(mock.policy.name).toBe('bigml')
  // @ts-expect-error The types are there: this policy has no such role.
  const update = () => as('admin@acme.test').users.update('new@acme.test', { role: 'admn' })
  await expect(update()).not.toBeAllowed()
})

test('a failed matcher shows the decision', async () => {
  const lead = createMock().client({ as: 'lead@acme.test' })
  const decision = await lead.can('roles.create', { key: 'mine', permissions: [] })
  expect(() => expect(decision).toBeAllowed()).toThrow(/^rule +AD-04: /m)
})
