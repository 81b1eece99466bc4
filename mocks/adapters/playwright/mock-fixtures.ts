import type { AnyKeys, Policies, PolicyKeys, PolicyName } from '../../../src/generated/policies.ts'
import type { Client } from '../../../src/index.ts'
import type { Mock, SignInOptions } from '../../mock/mock.ts'
import { createMock } from '../../mock/create-mock.ts'
import { baseFor, checkFixtureOptions, type FixtureOptions } from './options.ts'
import type { Fixture, Given, Tokens } from './pages.ts'
import { routeTo } from './routed.ts'

/** What a test takes from its context. */
export interface MockFixtures<K extends PolicyKeys = AnyKeys> {
  /** A mock of the test's own. It answers the calls of the test's pages, also if the test does not take it. */
  mock: Mock<K>
  /** Creates a client of that mock, signed in as this user, to prepare and to check the state. */
  as: (user: string, options?: SignInOptions) => Client<K>
  /** Signs a page in: its calls without a token of their own are this user's. Resolves with the token. */
  signIn: (page: object, user: string, options?: SignInOptions) => Promise<string>
}

/** Fixtures for `test.extend` of Playwright. */
export interface Fixtures<K extends PolicyKeys = AnyKeys> {
  mock: [Fixture<Given, Mock<K>>, { auto: true }]
  as: Fixture<Pick<MockFixtures<K>, 'mock'>, MockFixtures<K>['as']>
  signIn: Fixture<Pick<MockFixtures<K>, 'mock'>, MockFixtures<K>['signIn']>
}

/**
 * Makes fixtures that give each test a mock of its own, and answer the calls of its pages by it. No port
 * is opened, and the app needs no change. Requests to other paths go to the app's server.
 *
 * Calls that the app's own server makes, as when it renders pages, don't pass through the browser:
 * {@link serverFixtures} are for those.
 *
 * @param options - The base URL that the app's client calls, and the options of `createMock`.
 * @throws `ConfigurationError` if an option is wrong. The message names it, and says what would be right.
 * @example
 * import { test as base } from '@playwright/test'
 *
 * const test = base.extend<MockFixtures>(mockFixtures({ baseUrl: '/api' }))
 *
 * test('a lead may not create roles', async ({ page, signIn, mock }) => {
 *   await signIn(page, 'lead@acme.test')
 *   await page.goto('/roles')
 *   await page.getByRole('button', { name: 'Create role' }).click()
 *   expect(mock.requests.at(-1)?.status).toBe(403)
 * })
 */
export function mockFixtures<P extends PolicyName>(
  options: FixtureOptions<P> & { readonly policy: P },
): Fixtures<Policies[P]>
export function mockFixtures(options: FixtureOptions): Fixtures
export function mockFixtures(options: FixtureOptions): Fixtures {
  checkFixtureOptions(options)
  const { baseUrl, ...rest } = options
  const tokens: Tokens = new WeakMap()
  return {
    mock: [
      async ({ context, baseURL }, use) => {
        const mock = createMock(rest)
        const base = baseFor(baseUrl, baseURL)
        await routeTo(context, { base, tokens, handle: (message) => mock.handle(message) })
        await use(mock)
      },
      { auto: true },
    ],
    as: async ({ mock }, use) => {
      await use((user, given) => mock.client({ as: user, ...given }))
    },
    signIn: async ({ mock }, use) => {
      await use(async (page, user, given) => {
        const token = mock.token(user, given)
        tokens.set(page, token)
        return token
      })
    },
  }
}
