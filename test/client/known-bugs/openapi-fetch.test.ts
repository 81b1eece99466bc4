// Bugs reproduced with openapi-fetch 0.17, which this client builds on: none of them comes through.
import { afterEach, describe, expect, expectTypeOf, test, vi } from 'vitest'
import { type APIPromise, createClient, RolecallError } from '../../../src/index.ts'
import { startServer } from '../../support/recording-server.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const baseUrl = 'https://platform.example'

describe('types', () => {
  test('the type of an answer loses brands, tuples and readonly arrays', () => {
    type UserId = string & { readonly __brand: 'UserId' }
    interface Answer {
      id: UserId
      pair: [string, number]
      keys: readonly string[]
    }
    expectTypeOf<Awaited<APIPromise<Answer>>>().toEqualTypeOf<Answer>()
    expectTypeOf<
      Awaited<ReturnType<APIPromise<Answer>['withResponse']>>['data']
    >().toEqualTypeOf<Answer>()
  })

  test('excess keys and typos in a body or query compile', () => {
    const client = createClient({ baseUrl })
    // @ts-expect-error -- no such key
    void (() => client.roles.create({ key: 'a', permissions: [], colour: 'red' }))
    // @ts-expect-error -- a typo
    void (() => client.users.update('a@acme.test', { pausd: true }))
    // @ts-expect-error -- a typo in a query
    void (() => client.users.list({ temas: 'support' }))
  })
})

test('an empty 4xx or 5xx body gives an undefined or empty error', async () => {
  for (const status of [400, 404, 500]) {
    for (const headers of [{ 'content-length': '0' }, {}]) {
      const { origin } = await startServer(() => ({ status, text: '', headers }))
      const client = createClient({ baseUrl: origin, retries: 0 })
      await expect(client.roles.get('reviewer')).rejects.toMatchObject({ status })
    }
  }
})

test("'..' as a path argument calls the parent endpoint", async () => {
  const { origin, requests } = await startServer()
  await expect(createClient({ baseUrl: origin }).users.get('..')).rejects.toThrow(RolecallError)
  expect(requests).toEqual([])
})

test('a missing path argument sends the template', async () => {
  const { origin, requests } = await startServer()
  const { users } = createClient({ baseUrl: origin })
  await expect(Reflect.apply(users.get, users, [])).rejects.toThrow('users.get: the argument user')
  expect(requests).toEqual([])
})

test('fetch is captured at creation, so a mock started later is bypassed', async () => {
  const client = createClient({ baseUrl })
  vi.stubGlobal('fetch', async () => Response.json({ email: 'late@acme.test' }))
  expect(await client.users.me()).toEqual({ email: 'late@acme.test' })
})

test('sending a request again fails, because its body was used', async () => {
  const bodies: string[] = []
  const client = createClient({
    baseUrl,
    random: () => 0,
    fetch: async (request) => {
      bodies.push(await request.text())
      return bodies.length < 3 ? new Response('', { status: 500 }) : Response.json({})
    },
  })
  await client.roles.create({ key: 'a', permissions: [] })
  expect(bodies).toEqual(Array(3).fill('{"key":"a","permissions":[]}'))
})

test('HTML with status 200 is a bare SyntaxError', async () => {
  const client = createClient({ baseUrl, fetch: async () => new Response('<title>Login</title>') })
  await expect(client.roles.list()).rejects.toMatchObject({
    name: 'APIError',
    status: 200,
    message: expect.stringContaining('<title>Login</title>'),
  })
})

test('a Date in a query is dropped silently', async () => {
  const { origin, requests } = await startServer(() => ({ json: { data: [], nextCursor: null } }))
  const { audit } = createClient({ baseUrl: origin })
  await Reflect.apply(audit.list, audit, [{ after: new Date(0) }])
  expect(requests[0]?.url).toBe('/v1/audit?after=1970-01-01T00%3A00%3A00.000Z')
})
