import { describe, expect, test } from 'vitest'
import { cachedToken, type TokenProvider } from '../../src/index.ts'
import { type Responder } from '../support/recording-server.ts'
import { person, current, sendersOf, questionsIn, functions, start } from './as-persons.ts'

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

test('a question whose token never arrives delays no other caller', async () => {
  const { client, requests } = await start(
    () => (person.getStore() === 'stuck' ? new Promise(() => {}) : current()),
    () => ({ json: { decision: true } }),
  )
  const stuck = person.run('stuck', () => client.can('roles.list', {}, { timeout: 500 }))
  const lead = await person.run('lead', () => client.can('roles.list', {}, { timeout: 500 }))
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
