import { setupWorker } from 'msw/browser'
import { type Client, createClient } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'

export interface Person {
  readonly email: string
  /** Who this is, in a few words. */
  readonly text?: string
}

/** What the app needs of a platform; with a real one only this file would be another. */
export interface Platform {
  readonly people: readonly Person[]
  signIn(email: string): Client
}

// Of the page's own origin, as a proxy in front of the platform would have it. Here no server listens
// there: the service worker answers.
const baseUrl = '/api'

export async function startPlatform(): Promise<Platform> {
  const mock = createMock()
  await setupWorker(...handlers(mock, { baseUrl })).start({
    onUnhandledFrame: 'bypass',
    quiet: true,
  })
  return {
    people: mock.users(),
    signIn: (email) => createClient({ baseUrl, token: mock.token(email) }),
  }
}
