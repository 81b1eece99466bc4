import { type TestAPI, test as base } from 'vitest'
import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { AnyKeys, Policies, PolicyKeys, PolicyName } from '../../../src/generated/policies.ts'
import type { Client } from '../../../src/index.ts'
import type { Mock, SignInOptions } from '../../mock/mock.ts'
import type { MockOptions } from '../../mock/options.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { checkOptions } from '../../shared/check-options.ts'
import { memo } from '../../shared/memo.ts'
import { createMock } from '../../mock/create-mock.ts'

/** What a test of {@link mockTest} may take from its context. */
export interface MockFixtures<K extends PolicyKeys = AnyKeys> {
  /** The policy of the mock. `test.override('policy', 'bigml')` sets another one, for a file or `describe`. */
  policy: PolicyName | Policy
  /** A mock of the test's own: no other test sees its state or its log. */
  mock: Mock<K>
  /** Creates a client of that mock, signed in as this user, by id or e-mail address. */
  as: (user: string, options?: SignInOptions) => Client<K>
}

/**
 * Makes a Vitest `test` whose context has a mock of the test's own, also in `test.concurrent`. The mock
 * is set up for tests that take `mock` or `as`.
 *
 * With a policy by name, clients are typed by its keys. Without one they take any key, since tests may
 * override the policy.
 *
 * @param options - The options of `createMock`. Default: policy `adaptive`, scenario `acme`.
 * @throws `ConfigurationError` if an option is wrong.
 * @example
 * const test = mockTest({ policy: 'bigml', hardened: true })
 *
 * test('an admin adds a member', async ({ as, mock }) => {
 *   await as('admin@acme.test').users.create({ email: 'new@acme.test' })
 *   expect(mock).toHaveCalled('users.create')
 * })
 */
export function mockTest<P extends PolicyName>(
  options: MockOptions<P> & { readonly policy: P },
): TestAPI<MockFixtures<Policies[P]>>
export function mockTest(options?: MockOptions): TestAPI<MockFixtures>
export function mockTest(options: MockOptions = {}): TestAPI<MockFixtures> {
  // createMock knows the names.
  const names = isRecord(options) ? Object.keys(options) : []
  checkOptions("mockTest's options", options, names, "{ seed: 'mine' }")
  // Wrong options are refused where they stand, not in the first test.
  const usual = names.length > 0 ? createMock(options) : undefined
  const { policy = usual?.policy ?? 'adaptive' } = options
  // Loaded once: each test gets a fork.
  const startOf = memo((chosen: PolicyName | Policy) =>
    usual && chosen === policy ? usual : createMock({ ...options, policy: chosen }),
  )

  return base.extend<MockFixtures>({
    policy,
    mock: async ({ policy }, use) => use(startOf(policy).fork()),
    as: async ({ mock }, use) => use((user, given) => mock.client({ as: user, ...given })),
  })
}

/**
 * Vitest's `test`, with a mock of its own for each test that takes `mock` or `as`. The policy is
 * `adaptive`, the scenario `acme`; {@link mockTest} makes one with other options.
 *
 * @example
 * test('a lead may not create roles', async ({ as, mock }) => {
 *   await as('lead@acme.test').roles.create({ key: 'mine', permissions: [] }).catch(() => {})
 *   expect(mock).toHaveDenied('roles.create', { as: 'lead@acme.test', rule: 'AD-04' })
 * })
 */
export const test: TestAPI<MockFixtures> = mockTest()
