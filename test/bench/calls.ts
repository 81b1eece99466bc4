import axios from 'axios'
import ky from 'ky'
import OpenAI from 'openai'
import createFetchClient from 'openapi-fetch'
import { createClient, type Role, type RoleCreate } from 'rolecall'
import type { paths } from '../../src/generated/schema.ts'
import { race } from './race.ts'
import { figure, type Report } from './report.ts'

const baseUrl = 'https://platform.example'
const token = 'tok_benchmark'
const authorization = { Authorization: `Bearer ${token}` }
const timeout = 60_000

const input = {
  key: 'reviewer',
  permissions: ['use_case:read', 'dataset:read'],
} satisfies RoleCreate
const role: Role = {
  id: 'role_2x7h3k9d',
  name: 'Reviewer',
  scope: 'team',
  builtIn: false,
  assignable: true,
  createdAt: '2026-01-01T00:00:00.000Z',
  etag: 'a1b2c3',
  ...input,
}
const text = JSON.stringify(role)
const headers = { 'content-type': 'application/json', 'x-request-id': 'req_1' }

/** Answers at once, so that only the client is measured. */
async function fetch(): Promise<Response> {
  return new Response(text, { status: 200, headers })
}

interface Client {
  /** Reads one role. */
  get(): PromiseLike<Role | undefined>
  /** Creates one. */
  post(): PromiseLike<Role | undefined>
}

// Each as its own documentation sets it up: with its retries, timeouts and error classes, where it has
// them.
const clients: Readonly<Record<string, () => Client>> = {
  'openapi-fetch'() {
    const { GET, POST } = createFetchClient<paths>({ baseUrl, fetch, headers: authorization })
    const params = { path: { role: 'reviewer' } }
    return {
      get: async () => (await GET('/v1/roles/{role}', { params })).data,
      post: async () => (await POST('/v1/roles', { body: input })).data,
    }
  },
  rolecall() {
    const { roles } = createClient({ baseUrl, token, fetch })
    return { get: () => roles.get('reviewer'), post: () => roles.create(input) }
  },
  ky() {
    const client = ky.create({ baseUrl, fetch, headers: authorization, timeout })
    return {
      get: () => client.get('/v1/roles/reviewer').json<Role>(),
      post: () => client.post('/v1/roles', { json: input }).json<Role>(),
    }
  },
  openai() {
    const client = new OpenAI({ apiKey: token, baseURL: baseUrl, fetch, timeout })
    return {
      get: () => client.get<Role>('/v1/roles/reviewer'),
      post: () => client.post<Role>('/v1/roles', { body: input }),
    }
  },
  axios() {
    const client = axios.create({
      baseURL: baseUrl,
      adapter: 'fetch',
      env: { fetch },
      headers: authorization,
      timeout,
    })
    return {
      get: async () => (await client.get<Role>('/v1/roles/reviewer')).data,
      post: async () => (await client.post<Role>('/v1/roles', input)).data,
    }
  },
}

const verbs = ['get', 'post'] as const
const ours = 'rolecall'
const bare = 'openapi-fetch'

/** The cost of a call beyond its request on the wire. */
export async function benchmarkCalls(): Promise<Report> {
  const names = Object.keys(clients)
  const made = Object.entries(clients).map(([name, make]) => ({ name, client: make() }))
  for (const { name, client } of made) {
    for (const verb of verbs) {
      const answer = await client[verb]()
      if (answer?.key !== role.key) throw new Error(`${name} did not read the answer of ${verb}`)
    }
  }
  const results = {
    get: await race(made.map(({ name, client }) => ({ name, run: () => client.get() }))),
    post: await race(made.map(({ name, client }) => ({ name, run: () => client.post() }))),
  }
  return {
    title: 'A call over a stub fetch, in microseconds, and as a multiple of openapi-fetch alone',
    rows: [
      ['', 'GET', '', 'POST', ''],
      ...names.map((name) => [
        name,
        ...verbs.flatMap((verb) => [
          figure(results[verb].milliseconds(name) * 1000),
          `${figure(results[verb].ratio(name, bare))} x`,
        ]),
      ]),
    ],
    notes: ['openapi-fetch alone has no timeout, retry, idempotency key or error class.'],
    bounds: verbs.flatMap((verb) => [
      {
        figure: `rolecall / openapi-fetch, ${verb.toUpperCase()}`,
        is: results[verb].ratio(ours, bare),
        atMost: 2.5,
        source: 'CONTRIBUTING.md',
      },
      ...['ky', 'openai'].map((name) => ({
        figure: `rolecall / ${name}, ${verb.toUpperCase()}`,
        is: results[verb].ratio(ours, name),
        atMost: 1,
        source: 'CONTRIBUTING.md',
      })),
    ]),
  }
}
