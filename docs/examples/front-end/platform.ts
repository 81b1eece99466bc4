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

// No server listens there: what is sent to it is answered by the service worker.
const baseUrl = 'https://platform.example'

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
