import { QueryClient, QueryObserver } from '@tanstack/query-core'
import { AbortedError, createClient, NotFoundError } from 'rolecall'
import { queries } from 'rolecall/query'
import { describe, expect, test } from 'vitest'
import { start } from './with-queries.ts'

describe('a query', () => {
  test('returns the data of the call; a list as plain data that can be stored', async () => {
    const { cache, platform } = start()
    const user = await cache.fetchQuery(platform.users.get.queryOptions('agent@acme.test'))
    expect(user.email).toBe('agent@acme.test')
    const page = await cache.fetchQuery(platform.users.list.queryOptions({ limit: 2 }))
    expect(Object.keys(page)).toEqual(['data', 'nextCursor'])
    expect(structuredClone(page)).toEqual(page)
  })

  test('answers whether a call is allowed, without making it', async () => {
    const { cache, platform } = start('lead@acme.test')
    const asked = platform.roles.create.canOptions({ key: 'qa', permissions: [] })
    const { allowed, rule } = await cache.fetchQuery(asked)
    expect({ allowed, rule }).toEqual({ allowed: false, rule: 'AD-04' })
    expect(asked.queryKey.slice(0, 4)).toEqual(['rolecall', 'access', 'can', 'roles.create'])
  })

  test("fails once with the client's own error: retries are up to the client", async () => {
    const { mock, cache, platform } = start()
    const before = mock.requests.length
    const failed = cache.fetchQuery(platform.users.get.queryOptions('nobody@acme.test'))
    await expect(failed).rejects.toBeInstanceOf(NotFoundError)
    expect(mock.requests.length - before).toBe(1)
  })

  test('is aborted when nobody looks at it any more', async () => {
    const sent = Promise.withResolvers<Request>()
    const client = createClient({
      baseUrl: 'https://platform.example',
      fetch: (request) => {
        sent.resolve(request)
        return new Promise<never>(() => {})
      },
    })
    const cache = new QueryClient()
    const observer = new QueryObserver(cache, queries(client).users.me.queryOptions())
    const leave = observer.subscribe(() => {})
    const { signal } = await sent.promise
    const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve))
    leave()
    await aborted
    expect(signal.reason).toBeInstanceOf(AbortedError)
  })

  test('goes through all pages of a list by its cursors', async () => {
    const { cache, platform } = start()
    const { pages, pageParams } = await cache.fetchInfiniteQuery({
      ...platform.users.list.infiniteQueryOptions({ limit: 8 }),
      pages: 9,
    })
    const all = await cache.fetchQuery(platform.users.list.queryOptions({ limit: 200 }))
    expect(pages.flatMap(({ data }) => data)).toEqual(all.data)
    expect(pageParams).toEqual([null, ...pages.slice(0, -1).map(({ nextCursor }) => nextCursor)])
  })

  test('of all pages starts at a given cursor', async () => {
    const { cache, platform } = start()
    const first = await cache.fetchQuery(platform.users.list.queryOptions({ limit: 8 }))
    const { pages } = await cache.fetchInfiniteQuery(
      platform.users.list.infiniteQueryOptions({ limit: 8, cursor: first.nextCursor ?? '' }),
    )
    const second = await cache.fetchQuery(
      platform.users.list.queryOptions({ limit: 8, cursor: first.nextCursor ?? '' }),
    )
    expect(pages).toEqual([second])
  })
})
