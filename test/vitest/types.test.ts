import type { Client, Policies } from 'rolecall'
import { createMock, type Mock } from 'rolecall/mocks'
import { mockTest, test as mocked } from 'rolecall/mocks/vitest'
import { expect, expectTypeOf, test } from 'vitest'

// The compiler checks these: `npm run typecheck` fails when one is wrong. No assertion is made.
const mock = createMock()

test('the operation types the arguments that are looked for', () => {
  void (() => {
    expect(mock).toHaveCalled('users.update', { args: ['lead@acme.test', { paused: true }] })
    expect(mock).toHaveDenied('roles.create', { args: [expect.anything()], rule: 'AD-04' })
    // @ts-expect-error -- no such operation
    expect(mock).toHaveCalled('roles.creat')
    // @ts-expect-error -- it takes a body
    expect(mock).toHaveCalled('roles.create', { args: ['reviewer'] })
    // @ts-expect-error -- a call has no rule
    expect(mock).toHaveCalled('roles.create', { rule: 'AD-04' })
  })
})

test('a matcher of a promise is a promise', () => {
  const lead = mock.client({ as: 'lead@acme.test' })
  void (async () => {
    const decision = await lead.can('users.list')
    expectTypeOf(expect(decision).toBeDenied()).toEqualTypeOf<void>()
    expectTypeOf(expect(lead.can('users.list')).toBeDenied()).toEqualTypeOf<Promise<void>>()
    expectTypeOf(expect(lead.users.me()).not.toBeAllowed()).toEqualTypeOf<Promise<void>>()
    expectTypeOf(expect(lead.users.me()).rejects.toBeDenied()).toEqualTypeOf<Promise<void>>()
  })
})

test('the policy types the clients of a test', () => {
  const bigml = mockTest({ policy: 'bigml' })
  void (() => {
    bigml('typed', ({ as, mock }) => {
      expectTypeOf(as).returns.toEqualTypeOf<Client<Policies['bigml']>>()
      expectTypeOf(mock).toEqualTypeOf<Mock<Policies['bigml']>>()
      // @ts-expect-error -- no such role
      void as('admin@acme.test').users.update('a@acme.test', { role: 'admn' })
    })
    mocked('open', ({ as, mock }) => {
      expectTypeOf(as).returns.toEqualTypeOf<Client>()
      expectTypeOf(mock).toEqualTypeOf<Mock>()
    })
    // @ts-expect-error -- no such policy
    mockTest({ policy: 'bigm' })
    // @ts-expect-error -- no such policy
    mocked.override('policy', 'bigm')
    mocked.override('policy', 'bigml')
  })
})
