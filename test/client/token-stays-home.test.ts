import { expect, test } from 'vitest'
import { createClient, type ClientOptions, type Middleware } from '../../src/index.ts'

const elsewhere = 'https://elsewhere.example/v1/me'

/** A client whose requests are noted: their URL, and the credentials that they carry. */
function start(options: ClientOptions = {}) {
  const sent: [url: string, authorization: string | null][] = []
  const client = createClient({
    baseUrl: 'https://platform.example/api',
    token: 'tok_secret_1',
    retries: 0,
    fetch: async ({ url, headers }) => {
      sent.push([url, headers.get('authorization')])
      return Response.json({ id: 'usr_1' })
    },
    ...options,
  })
  return { client, sent }
}

const redirecting: Middleware = { onRequest: ({ request }) => new Request(elsewhere, request) }

test('the token goes to the base URL', async () => {
  const { client, sent } = start({ middleware: [{ onRequest() {} }] })
  await client.users.me()
  await client.raw.GET('/v1/me')
  expect(sent).toEqual([
    ['https://platform.example/api/v1/me', 'Bearer tok_secret_1'],
    ['https://platform.example/api/v1/me', 'Bearer tok_secret_1'],
  ])
})

test('it does not follow a request that middleware sends elsewhere', async () => {
  const { client, sent } = start({ middleware: [redirecting] })
  await client.users.me()
  await client.raw.GET('/v1/me')
  expect(sent).toEqual([
    [elsewhere, null],
    [elsewhere, null],
  ])
})

test.each([
  'https://elsewhere.example',
  'https://platform.example',
  'https://platform.example/apis',
])('it does not follow a raw call to %s', async (baseUrl) => {
  const { client, sent } = start()
  await client.raw.GET('/v1/me', { baseUrl })
  expect(sent).toEqual([[`${baseUrl}/v1/me`, null]])
})

test('a token function is not asked for a request elsewhere', async () => {
  const token = () => {
    throw new Error('Not asked')
  }
  const { client, sent } = start({ middleware: [redirecting], token })
  await client.users.me()
  expect(sent).toEqual([[elsewhere, null]])
})

test('an error names the place that did not answer', async () => {
  const fetch = () => Promise.reject(new Error('refused'))
  const { client } = start({ middleware: [redirecting], fetch })
  await expect(client.users.me()).rejects.toThrow(
    'users.me got no answer from https://elsewhere.example: refused',
  )
})
