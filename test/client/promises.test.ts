import { expect, test } from 'vitest'
import { createClient, NotFoundError } from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer } from '../support/recording-server.ts'
import { startClient } from '../support/recording-client.ts'

const role = { key: 'reviewer', name: 'Reviewer' }

const start = () =>
  startClient(() => ({ json: role, headers: { 'x-request-id': 'req_7', etag: '"v1"' } }))

test('a call starts when it is made', async () => {
  let sent = 0
  const client = createClient({
    baseUrl: 'https://platform.example',
    fetch: async () => {
      sent += 1
      return Response.json(role)
    },
  })
  const call = client.roles.get('reviewer')
  expect(sent).toBe(1)
  expect(await call).toEqual(role)
})

test('a call is sent once and read once, however it is awaited', async () => {
  const { client, requests } = await start()
  const call = client.roles.get('reviewer')
  const [first, second, { data }, response] = await Promise.all([
    call,
    call,
    call.withResponse(),
    call.asResponse(),
  ])
  expect(first).toEqual(role)
  expect(second).toBe(first)
  expect(data).toBe(first)
  expect(await response.json()).toEqual(role)
  expect(await call.finally(() => {})).toBe(first)
  expect(requests).toHaveLength(1)
})

test('withResponse gives the answer and its request id beside the data', async () => {
  const { client } = await start()
  const answer = await client.roles.get('reviewer').withResponse()
  expect(Object.keys(answer).toSorted()).toEqual(['data', 'requestId', 'response'])
  expect(answer.data).toEqual(role)
  expect(answer.requestId).toBe('req_7')
  expect(answer.response.headers.get('etag')).toBe('"v1"')
})

test('asResponse gives a new body each time', async () => {
  const { client, origin } = await start()
  const call = client.roles.get('reviewer')
  const [one, two] = [await call.asResponse(), await call.asResponse()]
  expect(one.status).toBe(200)
  expect(one.url).toBe(`${origin}/v1/roles/reviewer`)
  expect(one.headers.get('etag')).toBe('"v1"')
  expect(await one.json()).toEqual(role)
  expect(await two.json()).toEqual(role)
})

test('asResponse of an answer without content works', async () => {
  const { origin } = await startServer(() => ({ status: 204 }))
  const response = await createClient({ baseUrl: origin }).roles.delete('reviewer').asResponse()
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
})

test('a list has both as well', async () => {
  const { origin } = await startServer(() => ({ json: { data: [role], nextCursor: null } }))
  const list = createClient({ baseUrl: origin }).roles.list()
  expect((await list.withResponse()).data.data).toEqual([role])
  expect(await (await list.asResponse()).json()).toEqual({ data: [role], nextCursor: null })
})

test('every view of a call rejects with the same error, and an awaited failure is no unhandled one', async () => {
  const { origin } = await startServer(() => problemAnswer(404, 'not_found'))
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', note)
  try {
    const call = createClient({ baseUrl: origin }).roles.get('x')
    const error = await call.withResponse().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(NotFoundError)
    await new Promise(setImmediate)
    expect(unhandled).toEqual([])
    expect(await call.asResponse().catch((reason: unknown) => reason)).toBe(error)
    expect(await call.catch((reason: unknown) => reason)).toBe(error)
  } finally {
    process.off('unhandledRejection', note)
  }
})
