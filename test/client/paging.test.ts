import { describe, expect, test } from 'vitest'
import { AbortedError, createClient, NotFoundError, RolecallError } from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer, type RecordedRequest } from '../support/recording-server.ts'

const emails = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@acme.test`)

/** Five users, two to a page; the cursor is the index of the next one. */
function pageOf({ url }: RecordedRequest) {
  const place = Number(new URLSearchParams(url.split('?')[1]).get('cursor') ?? 0)
  const data = emails.slice(place, place + 2).map((email) => ({ email }))
  return { json: { data, nextCursor: place + 2 < emails.length ? `${place + 2}` : null } }
}

async function start() {
  const { origin, requests } = await startServer(pageOf)
  return { client: createClient({ baseUrl: origin }), requests }
}

test('awaiting a list gives its first page', async () => {
  const { client, requests } = await start()
  const page = await client.users.list()
  expect(page.data.map((user) => user.email)).toEqual(emails.slice(0, 2))
  expect(page).toMatchObject({ nextCursor: '2', hasNextPage: true })
  expect(requests).toHaveLength(1)
})

test('iterating over it gives every item, and keeps filter and options', async () => {
  const { client, requests } = await start()
  const seen: string[] = []
  const users = client.users.list({ team: 'support', limit: 2 }, { headers: { 'X-App': 'tour' } })
  for await (const user of users) seen.push(user.email)
  expect(seen).toEqual(emails)
  expect(requests.map(({ url }) => url)).toEqual([
    '/v1/users?team=support&limit=2',
    '/v1/users?team=support&limit=2&cursor=2',
    '/v1/users?team=support&limit=2&cursor=4',
  ])
  expect(requests.every(({ headers }) => headers['x-app'] === 'tour')).toBe(true)
})

test('a page is fetched only when it is needed', async () => {
  const { client, requests } = await start()
  for await (const user of client.users.list()) if (user.email === 'b@acme.test') break
  expect(requests).toHaveLength(1)
})

test('pages() gives the pages', async () => {
  const { client } = await start()
  const sizes: number[] = []
  for await (const page of client.users.list().pages()) sizes.push(page.data.length)
  expect(sizes).toEqual([2, 2, 1])
})

test('nextPage() can be followed by hand, repeatedly, and is a list again', async () => {
  const { client } = await start()
  const first = await client.users.list()
  expect((await first.nextPage()).data).toEqual((await first.nextPage()).data)
  const rest = await first.nextPage().toArray()
  expect(rest.map((user) => user.email)).toEqual(emails.slice(2))
})

test('nextPage() of the last page is an error', async () => {
  const { client } = await start()
  const last = await client.users.list({ cursor: '4' })
  expect(last.hasNextPage).toBe(false)
  await expect(last.nextPage()).rejects.toThrow(RolecallError)
  await expect(last.nextPage()).rejects.toThrow('hasNextPage')
})

test('a list may start at a cursor', async () => {
  const { client, requests } = await start()
  const users = await client.users.list({ cursor: '2' }).toArray()
  expect(users.map((user) => user.email)).toEqual(emails.slice(2))
  expect(requests[0]?.url).toBe('/v1/users?cursor=2')
})

test('a list inside a project has pages too', async () => {
  const { client, requests } = await start()
  await client.projects.members.list('support-bot').toArray()
  expect(requests.map(({ url }) => url)).toEqual([
    '/v1/projects/support-bot/members',
    '/v1/projects/support-bot/members?cursor=2',
    '/v1/projects/support-bot/members?cursor=4',
  ])
})

describe('toArray', () => {
  test.each([
    [undefined, 5, 3],
    [0, 0, 1],
    [1, 1, 1],
    [2, 2, 1],
    [3, 3, 2],
    [99, 5, 3],
  ])('with max %s gives %i items from %i pages', async (max, items, pages) => {
    const { client, requests } = await start()
    expect(await client.users.list().toArray({ max })).toHaveLength(items)
    expect(requests).toHaveLength(pages)
  })
})

test.each([-1, NaN])('toArray refuses a max of %d', async (max) => {
  const { client } = await start()
  const list = client.users.list()
  const all = list.toArray({ max })
  await expect(all).rejects.toThrow(RolecallError)
  await expect(all).rejects.toThrow(`max must be a number from 0, not ${max}`)
  // It is sent all the same.
  expect((await list).data).toHaveLength(2)
})

test('a signal ends a list between its pages, and earlier pages stay', async () => {
  const { client, requests } = await start()
  const controller = new AbortController()
  const seen: string[] = []
  const loop = async () => {
    for await (const user of client.users.list({}, { signal: controller.signal })) {
      seen.push(user.email)
      if (seen.length === 3) controller.abort('enough')
    }
  }
  await expect(loop()).rejects.toThrow(AbortedError)
  expect(seen).toEqual(emails.slice(0, 4))
  expect(requests).toHaveLength(2)
})

test('a signal ends the request of a page', async () => {
  const controller = new AbortController()
  const { origin } = await startServer((request) => {
    if (!request.url.includes('cursor')) return pageOf(request)
    controller.abort('enough')
    return undefined
  })
  const users = createClient({ baseUrl: origin }).users.list({}, { signal: controller.signal })
  await expect(users.toArray()).rejects.toMatchObject({ name: 'AbortedError', cause: 'enough' })
})

test('leaving a loop fetches no further page', async () => {
  const { client, requests } = await start()
  for await (const page of client.users.list().pages()) if (page.hasNextPage) break
  const iterator = client.users.list()[Symbol.asyncIterator]()
  expect((await iterator.next()).value?.email).toBe('a@acme.test')
  expect(await iterator.return()).toEqual({ done: true, value: undefined })
  expect(await iterator.next()).toEqual({ done: true, value: undefined })
  expect(requests).toHaveLength(2)
})

test.each([
  ['at once', () => 'same'],
  ['in a circle', (count: number) => (count % 2 ? 'one' : 'two')],
])('a server that repeats its cursors %s is reported, not followed', async (_, cursor) => {
  let count = 0
  const { origin, requests } = await startServer(() => ({
    json: { data: [{ email: 'a@acme.test' }], nextCursor: cursor((count += 1)) },
  }))
  const all = createClient({ baseUrl: origin }).users.list().toArray()
  await expect(all).rejects.toThrow(RolecallError)
  await expect(all).rejects.toThrow('repeats a cursor')
  expect(requests.length).toBeLessThan(4)
})

test('an error on a later page ends the loop', async () => {
  const { origin } = await startServer((request) =>
    request.url.includes('cursor') ? problemAnswer(404, 'not_found') : pageOf(request),
  )
  const seen: string[] = []
  const loop = async () => {
    for await (const user of createClient({ baseUrl: origin }).users.list()) seen.push(user.email)
  }
  await expect(loop()).rejects.toThrow(NotFoundError)
  expect(seen).toEqual(emails.slice(0, 2))
})
