import { type Client, createClient } from 'rolecall'

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

/** What a check is given. */
export interface Stage extends Addresses {
  /** A client of the served mock, over HTTP. */
  signIn(user: string): Promise<Client>
}

/** Takes the served mock back to its start, so that every runtime finds the same. */
export async function setStage(addresses: Addresses): Promise<Stage> {
  const { mock: baseUrl } = addresses
  const write = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  await fetch(`${baseUrl}/__mock/reset`, write)
  return {
    ...addresses,
    async signIn(user) {
      const body = JSON.stringify({ user })
      const answer = await fetch(`${baseUrl}/__mock/sessions`, { ...write, body })
      const { token }: { token: string } = await answer.json()
      return createClient({ baseUrl, token })
    },
  }
}
