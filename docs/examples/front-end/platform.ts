import { type Client, createClient } from 'rolecall'
import { startMock } from 'rolecall/mocks/browser'

export interface Person {
  readonly email: string
  /** A few words about this person. */
  readonly text?: string
}

/** All that the app needs of a platform. Against a real platform, only this file changes. */
export interface Platform {
  readonly people: readonly Person[]
  signIn(email: string): Client
}

// On the page's own origin, as behind a proxy in front of the platform. No server listens there: the
// service worker answers.
const baseUrl = '/api'

export async function startPlatform(): Promise<Platform> {
  const mock = await startMock({ baseUrl })
  return {
    people: mock.users(),
    signIn: (email) => createClient({ baseUrl, token: mock.token(email) }),
  }
}
