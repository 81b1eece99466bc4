import { type Client, createClient } from 'rolecall'
import { createMock } from 'rolecall/mocks'

/** Where the checks find what they talk to. */
export interface Addresses {
  /** The origin of a mock that is served on loopback. */
  readonly mock: string
  /** The origin of a server that takes requests and never answers one. */
  readonly silent: string
  /** The origin of a server that answers a write with 503, and one that is repeated with its key. */
  readonly flaky: string
  /** An origin at which nobody listens. */
  readonly refused: string
}

/** A mock, by whatever way it is reached. */
export interface Platform {
  signIn(user: string): Promise<Client>
}

/** The served mock, taken back to its start, so that every runtime finds the same. */
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
