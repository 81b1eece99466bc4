import { AsyncLocalStorage } from 'node:async_hooks'
import { createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { cachedToken, type Client, createClient, type TokenProvider } from '../../src/index.ts'
import { type RecordedRequest, type Responder, startServer } from '../support/recording-server.ts'

/** The person whose request a server is answering. */
const person = new AsyncLocalStorage<string>()

const current = () => `tok_${person.getStore()}`

/** The tokens of the requests, sorted. */
const sendersOf = (requests: readonly RecordedRequest[]) =>
  requests.map(({ headers }) => String(headers.authorization)).toSorted()

/** The questions of a batch. */
function questionsIn(body: string): unknown[] | undefined {
  const { evaluations }: { evaluations?: unknown[] } = JSON.parse(body)
  return evaluations
}

/** Ways in which a token function may answer. */
const functions: [string, TokenProvider][] = [
  ['at once', current],
  ['by a promise', async () => current()],
  [
    'after some time',
    async () => {
      const token = current()
      await new Promise(setImmediate)
      return token
    },
  ],
  [
    'after a time that differs',
    async () => {
      const token = current()
      for (let turn = token.length; turn > 0; turn--) await new Promise(setImmediate)
      return token
    },
  ],
]

async function start(token: TokenProvider, respond: Responder) {
  const { origin, requests } = await startServer(respond)
  return { client: createClient({ baseUrl: origin, token, random: () => 0 }), requests }
}

/** Answers a list page by page; its items name the page and its caller. */
const pages: Responder = ({ url, headers }) => {
  const page = Number(new URL(url, 'http://server.test').searchParams.get('cursor') ?? 1)
  const data = [{ id: `${page}`, email: headers.authorization }]
  return { json: { data, nextCursor: page < 3 ? `${page + 1}` : null } }
}

describe.each(functions)(
  'under AsyncLocalStorage, with a token function that answers %s',
  (_, token) => {
    test('interleaved requests make their calls as their own users', async () => {
      const { client } = await start(token, ({ headers }) => ({
        json: { email: headers.authorization },
      }))
      async function answer() {
        const seen: (string | undefined)[] = []
        for (let call = 0; call < 5; call++) {
          seen.push((await client.users.me()).email)
          await new Promise(setImmediate)
        }
        return new Set(seen)
      }
      const [admin, lead] = await Promise.all([
        person.run('admin', answer),
        person.run('lead', answer),
      ])
      expect(admin).toEqual(new Set(['Bearer tok_admin']))
      expect(lead).toEqual(new Set(['Bearer tok_lead']))
    })

    test('interleaved retries and renewals keep their users', async () => {
      const seen = new Map<string, number>()
      const { client } = await start(token, ({ headers, url }) => {
        const count = (seen.get(url) ?? 0) + 1
        seen.set(url, count)
        if (count === 1) return { status: 401 }
        return count === 2 ? { status: 503 } : { json: { email: headers.authorization } }
      })
      const answer = (name: string) => person.run(name, () => client.users.get(name))
      const [admin, lead] = await Promise.all([answer('admin'), answer('lead')])
      expect([admin.email, lead.email]).toEqual(['Bearer tok_admin', 'Bearer tok_lead'])
    })

    test('interleaved lists fetch each page as the user who reads it', async () => {
      const { client } = await start(token, pages)
      async function read() {
        const seen: string[] = []
        for await (const { email } of client.users.list()) {
          seen.push(email)
          await new Promise(setImmediate)
        }
        for (const { email } of await client.users.list().toArray()) seen.push(email)
        return seen
      }
      const [admin, lead] = await Promise.all([person.run('admin', read), person.run('lead', read)])
      expect(admin).toEqual(Array.from({ length: 6 }, () => 'Bearer tok_admin'))
      expect(lead).toEqual(Array.from({ length: 6 }, () => 'Bearer tok_lead'))
    })

    test('a page handed to another request continues as that user', async () => {
      const { client } = await start(token, pages)
      const first = await person.run('admin', async () => client.users.list())
      const next = await person.run('lead', async () => first.nextPage())
      expect(first.data[0]?.email).toBe('Bearer tok_admin')
      expect(next.data[0]?.email).toBe('Bearer tok_lead')
    })

    test('questions of different users in one tick go apart, each answered to its caller', async () => {
      const { client, requests } = await start(token, ({ body, headers }) => {
        const { evaluations }: { evaluations?: unknown[] } = JSON.parse(body)
        const decide = () => ({ decision: headers.authorization === 'Bearer tok_admin' })
        return { json: evaluations ? { evaluations: evaluations.map(decide) } : decide() }
      })
      async function ask(name: string) {
        const decisions = await person.run(name, async () => [
          ...(await client.can.all([['roles.list'], ['users.list'], ['teams.list']])),
          ...(await Promise.all([client.can('roles.list'), client.can('users.list')])),
        ])
        return decisions.map(({ allowed }) => allowed)
      }
      const [admin, lead] = await Promise.all([ask('admin'), ask('lead')])
      expect(admin).toEqual([true, true, true, true, true])
      expect(lead).toEqual([false, false, false, false, false])
      // One call is one request, however long the function takes.
      const together = requests.filter(({ body }) => questionsIn(body)?.length === 3)
      expect(sendersOf(together)).toEqual(['Bearer tok_admin', 'Bearer tok_lead'])
    })
  },
)

test.each(functions.slice(0, 2))(
  'questions in one tick go together where the function answers %s',
  async (_, token) => {
    const { client, requests } = await start(token, ({ body }) => ({
      json: { evaluations: questionsIn(body)?.map(() => ({ decision: true })) },
    }))
    const ask = (name: string) =>
      person.run(name, () => [client.can('roles.list'), client.can('users.list')])
    await Promise.all([...ask('admin'), ...ask('lead'), ...ask('admin')])
    expect(sendersOf(requests)).toEqual(['Bearer tok_admin', 'Bearer tok_lead'])
  },
)

test('questions that wait for a cached token go together', async () => {
  const given = Promise.withResolvers<string>()
  const { client, requests } = await start(
    cachedToken(() => given.promise),
    ({ body }) => ({
      json: { evaluations: questionsIn(body)?.map(() => ({ decision: true })) },
    }),
  )
  const asked = [client.can('roles.list'), client.can('users.list'), client.can('teams.list')]
  given.resolve('tok_program')
  await Promise.all(asked)
  expect(requests).toHaveLength(1)
})

test('the mock tells interleaved requests apart, questions and abilities too', async () => {
  const mock = createMock()
  const client: Client = createClient({
    baseUrl: 'https://platform.example',
    fetch: mock.fetch,
    token: () => mock.token(person.getStore() ?? ''),
  })
  async function answer() {
    const [me, can, all, abilities] = await Promise.all([
      client.users.me(),
      client.can('teams.create', { key: 'quality' }),
      client.can.all({ create: ['teams.create', { key: 'quality' }], list: ['teams.list'] }),
      client.abilities(),
    ])
    return [me.email, can.allowed, all.create.allowed, abilities.can('teams.create')]
  }
  const [admin, lead] = await Promise.all([
    person.run('admin@acme.test', answer),
    person.run('lead@acme.test', answer),
  ])
  expect(admin).toEqual(['admin@acme.test', true, true, 'yes'])
  expect(lead).toEqual(['lead@acme.test', false, false, 'no'])
})

test('abilities over several pages are those of one person', async () => {
  const people = ['admin', 'lead']
  const { client, requests } = await start(
    () => people.shift() ?? 'nobody',
    ({ body }) => {
      const { page }: { page: { token?: string } } = JSON.parse(body)
      const name = page.token ? 'users.list' : 'roles.list'
      const next = page.token ? {} : { page: { next_token: 'more' } }
      return { json: { results: [{ name, properties: { outcome: 'yes' } }], ...next } }
    },
  )
  const abilities = await client.abilities()
  expect(abilities.outcomes).toEqual({ 'roles.list': 'yes', 'users.list': 'yes' })
  expect(sendersOf(requests)).toEqual(['Bearer admin', 'Bearer admin'])
})

test('a refused question renews the token of its own caller', async () => {
  const { client, requests } = await start(
    ({ refused }) => `${current()}${refused ? '_new' : ''}`,
    ({ headers, body }) =>
      headers.authorization?.endsWith('_new')
        ? { json: { evaluations: questionsIn(body)?.map(() => ({ decision: true })) } }
        : { status: 401 },
  )
  const ask = (name: string) =>
    person.run(name, () => client.can.all([['roles.list'], ['users.list']]))
  await Promise.all([ask('admin'), ask('lead')])
  expect(sendersOf(requests)).toEqual([
    'Bearer tok_admin',
    'Bearer tok_admin_new',
    'Bearer tok_lead',
    'Bearer tok_lead_new',
  ])
})

test('a question whose token never arrives delays no other caller', async () => {
  const { client, requests } = await start(
    () => (person.getStore() === 'stuck' ? new Promise(() => {}) : current()),
    () => ({ json: { decision: true } }),
  )
  const stuck = person.run('stuck', () => client.can('roles.list', {}, { timeout: 1_000 }))
  const lead = await person.run('lead', () => client.can('roles.list', {}, { timeout: 1_000 }))
  expect(lead.allowed).toBe(true)
  expect(requests).toHaveLength(1)
  await expect(stuck).rejects.toThrow('The token provider gave no token in time')
})

test('a function may choose one cached token per tenant for each call', async () => {
  const asked: string[] = []
  const cached = (tenant: string) =>
    cachedToken(async () => {
      asked.push(tenant)
      return { token: `tok_${tenant}`, expiresAt: Date.now() + 3_600_000 }
    })
  const tokens: Record<string, TokenProvider> = { acme: cached('acme'), other: cached('other') }
  const { client } = await start(
    (request) => tokens[person.getStore() ?? '']?.(request) ?? null,
    ({ headers }) => ({ json: { email: headers.authorization } }),
  )
  const answer = async () => [(await client.users.me()).email, (await client.users.me()).email]
  const [acme, other] = await Promise.all([person.run('acme', answer), person.run('other', answer)])
  expect(acme).toEqual(['Bearer tok_acme', 'Bearer tok_acme'])
  expect(other).toEqual(['Bearer tok_other', 'Bearer tok_other'])
  expect(asked.toSorted()).toEqual(['acme', 'other'])
})
