import type { Client } from '../../../src/index.ts'
import type { Control } from '../../control-client/control.ts'
import { createControl } from '../../control-client/create-control.ts'
import type { SignInOptions } from '../../mock/mock.ts'
import { readBase } from '../../shared/base-url.ts'
import { createMock } from '../../mock/create-mock.ts'
import { serve } from '../server/index.ts'
import { nameRequests } from './named.ts'
import { checkServerOptions, type ServerFixtureOptions } from './options.ts'
import type { Fixture, Given, Tokens } from './pages.ts'

/** What a test takes from its context. */
export interface ServerFixtures {
  /** Controls the test's own state. The test's pages act on it, also if the test does not take it. */
  mock: Control
  /** Creates a client of that state, signed in as this user, to prepare and to check it. */
  as: (user: string, options?: SignInOptions) => Promise<Client>
  /**
   * Signs a page in: its requests to the app and to the mock, without a token of their own, carry that of
   * this user. Resolves with the token.
   */
  signIn: (page: object, user: string, options?: SignInOptions) => Promise<string>
  /** The name of the test's state, for requests that no page makes: their header `X-Mock-Session`. */
  mockSession: string
}

/** What a fixture of a worker takes: one that starts the app. */
export interface ServerWorkerFixtures {
  /** The mock on a port. */
  mockServer: { readonly url: string }
}

type Of<Name extends keyof ServerFixtures> = Pick<ServerFixtures, Name>

/** Fixtures for `test.extend` of Playwright. */
export interface ServingFixtures {
  mockServer: [Fixture<object, ServerWorkerFixtures['mockServer']>, { scope: 'worker' }]
  mockSession: Fixture<object, string>
  mock: [Fixture<Given & ServerWorkerFixtures & Of<'mockSession'>, Control>, { auto: true }]
  as: Fixture<Of<'mock'>, ServerFixtures['as']>
  signIn: Fixture<Of<'mock'>, ServerFixtures['signIn']>
}

/**
 * Makes fixtures for an app whose own server calls the platform, as when it renders pages. The mock is on
 * a port, and each test has a state of its own there: the requests of its pages, to the app and to the
 * mock, carry the state's name as `X-Mock-Session`. The app's server copies that header from the request
 * that it answers to its calls.
 *
 * Each worker serves a mock on a free port, and the fixture `mockServer` has its URL. With `url`, all
 * workers use a mock that runs already.
 *
 * @param options - The options of `createMock`, or `url`.
 * @throws `ConfigurationError` if an option is wrong. The message names it, and says what would be right.
 * @example
 * import { test as base } from '@playwright/test'
 *
 * const test = base.extend<ServerFixtures, ServerWorkerFixtures>(
 *   serverFixtures({ url: 'http://127.0.0.1:4010' }),
 * )
 *
 * test('a lead may not create roles', async ({ page, signIn, mock }) => {
 *   await signIn(page, 'lead@acme.test')
 *   await page.goto('/roles')
 *   await page.getByRole('button', { name: 'Create role' }).click()
 *   expect((await mock.requests()).at(-1)?.status).toBe(403)
 * })
 */
export function serverFixtures(options: ServerFixtureOptions = {}): ServingFixtures {
  checkServerOptions(options)
  const { url, ...rest } = options
  const tokens: Tokens = new WeakMap()
  return {
    mockServer: [
      async ({}, use) => {
        if (url !== undefined) {
          await use({ url: readBase(url) })
          return
        }
        const server = await serve(createMock(rest), { port: 0 })
        try {
          await use({ url: server.url })
        } finally {
          await server.close()
        }
      },
      { scope: 'worker' },
    ],
    mockSession: async ({}, use) => {
      await use(crypto.randomUUID())
    },
    mock: [
      async ({ context, baseURL, mockServer, mockSession }, use) => {
        const urls = [mockServer.url, ...(baseURL === undefined ? [] : [baseURL])]
        await nameRequests(context, { urls, session: mockSession, tokens })
        await use(createControl({ baseUrl: mockServer.url, session: mockSession }))
      },
      { auto: true },
    ],
    as: async ({ mock }, use) => {
      await use((user, given) => mock.client({ as: user, ...given }))
    },
    signIn: async ({ mock }, use) => {
      await use(async (page, user, given) => {
        const token = await mock.signIn(user, given)
        tokens.set(page, token)
        return token
      })
    },
  }
}
