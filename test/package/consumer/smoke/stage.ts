import { type Client, createClient } from 'rolecall'
import { createMock } from 'rolecall/mocks'

/** The addresses that the checks use. */
export interface Addresses {
  /** The origin of a mock that is served on loopback. */
  readonly mock: string
  /** The origin of a server that accepts requests and never answers one. */
  readonly silent: string
  /**
   * The origin of a server that answers a write with 503, and its retry with the same key with success.
   */
  readonly flaky: string
  /** An origin without a listener. */
  readonly refused: string
}

/** A mock, reached in any way. */
export interface Platform {
  signIn(user: string): Promise<Client>
}

/** The served mock, reset, so that every runtime starts alike. */
export async function served({ mock: baseUrl }: Addresses): Promise<Platform> {
  const write = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  await fetch(`${baseUrl}/__mock/reset`, write)
  return {
    async signIn(user) {
      const body = JSON.stringify({ user })
      const answer = await fetch(`${baseUrl}/__mock/sessions`, { ...write, body })
      const { token }: { token: string } = await answer.json()
      return createClient({ baseUrl, token })
    },
  }
}

/** A mock in the runtime itself. */
export function inside(): Platform {
  const mock = createMock()
  return { signIn: async (as) => mock.client({ as }) }
}
