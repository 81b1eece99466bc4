/** A mock's own clients get answers without a stream, which are Responses all the same. */
import { expect, test } from 'vitest'
import { PermissionDeniedError } from '../../src/index.ts'
import { createMock } from '../../mocks/index.ts'

const start = () => {
  const mock = createMock()
  return { mock, admin: mock.client({ as: 'admin@acme.test' }) }
}

test('withResponse() answers a Response whose body was read', async () => {
  const { mock, admin } = start()
  const { data, response, requestId } = await admin.roles.get('annotator').withResponse()
  expect(response).toBeInstanceOf(Response)
  expect(response.constructor).toBe(Response)
  expect(response).toMatchObject({
    ok: true,
    status: 200,
    statusText: '',
    type: 'default',
    url: '',
  })
  expect(response.headers).toBeInstanceOf(Headers)
  expect(response.headers.get('ETag')).toBe(`"${data.etag}"`)
  expect(requestId).toBe(mock.requests.at(-1)?.id)
  expect(response.bodyUsed).toBe(true)
  await expect(response.json()).rejects.toThrow(TypeError)
  await expect(response.text()).rejects.toThrow(TypeError)
  expect(() => response.clone()).toThrow(TypeError)
})

test('asResponse() answers one to read', async () => {
  const { admin } = start()
  const response = await admin.roles.get('annotator').asResponse()
  expect(response.bodyUsed).toBe(false)
  expect(await response.json()).toEqual(await admin.roles.get('annotator'))
})

test('an answer without a body has none', async () => {
  const { admin } = start()
  await admin.roles.create({ key: 'mine', permissions: [] })
  const { data, response } = await admin.roles.delete('mine').withResponse()
  expect(data).toBeUndefined()
  expect(response).toMatchObject({ status: 204, body: null, bodyUsed: false })
  expect(await response.text()).toBe('')
})

test('a limit of bytes counts bytes', async () => {
  const { admin } = start()
  const name = '名'.repeat(200)
  await admin.roles.create({ key: 'mine', name, permissions: [] })
  const { size } = await (await admin.roles.get('mine').asResponse()).blob()
  const limited = (maxResponseBytes: number) => admin.withOptions({ maxResponseBytes })
  expect(await limited(size).roles.get('mine')).toMatchObject({ name })
  await expect(limited(size - 1).roles.get('mine')).rejects.toThrow('maxResponseBytes')
})

test('hooks and middleware see what they see of any server', async () => {
  const { admin } = start()
  const seen: unknown[] = []
  const watched = admin.withOptions({
    hooks: {
      onRequest: ({ url, headers }) => {
        headers.set('X-Request-Id', 'mine')
        seen.push(url)
      },
      onResponse: ({ status, headers }) => {
        seen.push(status, headers?.get('x-request-id'))
      },
    },
    middleware: [
      {
        async onResponse({ request, response }) {
          const { key }: { key?: unknown } = await response.clone().json()
          seen.push(request instanceof Request, response instanceof Response, key)
        },
      },
    ],
  })
  await watched.roles.get('annotator')
  expect(seen).toEqual([
    'https://rolecall.test/v1/roles/annotator',
    200,
    'mine',
    true,
    true,
    'annotator',
  ])
})

test('a fetch of the user around it gets a Request', async () => {
  const { mock, admin } = start()
  const seen: unknown[] = []
  const wrapped = admin.withOptions({
    fetch: (request) => {
      seen.push(request instanceof Request)
      return mock.fetch(request)
    },
  })
  expect(await wrapped.roles.create({ key: 'mine', permissions: [] })).toMatchObject({
    key: 'mine',
  })
  expect(seen).toEqual([true])
})

test('a denial has the headers of its answer', async () => {
  const { mock } = start()
  const lead = mock.client({ as: 'lead@acme.test' })
  const error: unknown = await lead.roles
    .create({ key: 'mine', permissions: [] })
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(PermissionDeniedError)
  expect(error).toMatchObject({ status: 403, requestId: mock.requests.at(-1)?.id })
})

test('a call whose signal has aborted does not reach the mock', async () => {
  const { mock, admin } = start()
  const call = admin.roles.get('annotator', { signal: AbortSignal.abort() })
  await expect(call).rejects.toThrow('was ended by its signal')
  expect(mock.requests).toEqual([])
})

test('a global Response of a subclass works as the platform’s own', async () => {
  const { Response: real } = globalThis
  class Traced extends real {}
  globalThis.Response = Traced
  try {
    const { admin } = start()
    const { response } = await admin.users.me().withResponse()
    expect(response).toBeInstanceOf(Traced)
    expect(response).toMatchObject({ statusText: '', url: '', type: 'default', redirected: false })
    expect(await (await admin.users.me().asResponse()).json()).toHaveProperty('email')
    expect((await admin.raw.GET('/v1/me')).data).toHaveProperty('email')
  } finally {
    globalThis.Response = real
  }
})
