import type { AnyKeys, PolicyKeys } from '../../../src/generated/policies.ts'
import type { Mock, SignInOptions } from '../../mock/mock.ts'
import type { SignedIn } from './signed-in.ts'

/** A mock that answers in a page. Its `fetch` and clients see the newest state of all tabs. */
export interface BrowserMock<K extends PolicyKeys = AnyKeys> extends Mock<K> {
  /**
   * The user that this tab is signed in as: the one that `?mock-user=` of its URL named, or else the last
   * one of {@link BrowserMock.signIn}, also after a reload. Undefined if there is none.
   *
   * @example
   * const client = createClient({ baseUrl: '/api', token: () => mock.signedIn?.token ?? null })
   */
  readonly signedIn: SignedIn | undefined

  /**
   * Signs a user in, as the tab's user, and resolves with their token. The token depends on seed and user
   * alone: it is the same after a reload, and in other tabs.
   *
   * @param user - An id or e-mail address.
   * @throws `ConfigurationError` if there is no such user; the message names the nearest.
   */
  signIn(user: string, options?: SignInOptions): Promise<string>

  /** Resolves once every change so far is stored. Changes by calls are stored before their answers. */
  stored(): Promise<void>

  /** Stops the worker. The stored state stays. */
  stop(): Promise<void>
}
