import { createMock, type Mock, type MockOptions } from 'rolecall/mocks'
import { type MockServer, serve, type ServeOptions } from 'rolecall/mocks/server'
import { afterAll, beforeAll } from 'vitest'
import type { Policy } from '../../mocks/policy/index.ts'

/** An endpoint of the standard, without the prefix `/access/v1/` that all of them have. */
export type Endpoint =
  | 'evaluation'
  | 'evaluations'
  | 'search/subject'
  | 'search/resource'
  | 'search/action'

/** An answer of the policy decision point. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The parsed body; undefined if it is no JSON. */
  readonly body: unknown
}

/** A policy decision point on a port, asked by an enforcement point. */
export interface Pdp {
  readonly url: string
  readonly mock: Mock
  /** Posts a question. Text is sent unchanged, anything else as JSON. */
  ask(endpoint: Endpoint, question: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Sends any request, without a token. */
  send(path: string, init?: RequestInit): Promise<Answer>
}

/** A mock on a free port while the tests of this file or `describe` run. */
export function servePdp(options: MockOptions<Policy> = {}, serving?: ServeOptions): Pdp {
  const mock = createMock(options)
  let server: MockServer | undefined
  beforeAll(async () => {
    server = await serve(mock, { port: 0, ...serving })
  })
  afterAll(() => server?.close())
  const authorization = `Bearer ${mock.token({ enforcementPoint: true })}`
  const pdp: Pdp = {
    get url() {
      if (server === undefined) throw new Error('The server runs only while tests do.')
      return server.url
    },
    mock,
    ask: (endpoint, question, headers) =>
      pdp.send(`/access/v1/${endpoint}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', ...headers },
        body: typeof question === 'string' ? question : JSON.stringify(question),
      }),
    async send(path, init) {
      const response = await fetch(pdp.url + path, init)
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: parsed(text) }
    },
  }
  return pdp
}

function parsed(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    return body
  } catch {
    return undefined
  }
}
