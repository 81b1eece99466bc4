import {
  MutationObserver,
  type MutationObserverOptions,
  QueryClient,
  type QueryKey,
  QueryObserver,
} from '@tanstack/query-core'
import {
  AbortedError,
  createClient,
  NotFoundError,
  PermissionDeniedError,
  type RolecallError,
} from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { queries } from 'rolecall/query'
import { describe, expect, test } from 'vitest'
import { operations } from '../../src/generated/operations.ts'

function start(as = 'admin@acme.test') {
  const mock = createMock()
  return { mock, cache: new QueryClient(), platform: queries(mock.client({ as })) }
}

describe('a key', () => {
  const { platform } = start()

  test('is the operation and its arguments', () => {
    const { users, projects, organization } = platform
    expect(users.list.queryOptions({ team: 'support' }).queryKey).toEqual([
      'rolecall',
      'users',
      'list',
      { team: 'support' },
    ])
    expect(users.get.queryOptions('agent@acme.test').queryKey).toEqual([
      'rolecall',
      'users',
      'get',
      'agent@acme.test',
    ])
    expect(projects.members.get.queryOptions('assist', 'mem_1').queryKey).toEqual([
      'rolecall',
      'projects',
      'members',
      'get',
      'assist',
      'mem_1',
    ])
    expect(organization.get.queryOptions().queryKey).toEqual(['rolecall', 'organization', 'get'])
  })

  test('ignores the order of a filter, and equals an empty and a missing one', () => {
    const cache = new QueryClient()
    const { list } = platform.users
    cache.setQueryData(list.queryOptions({ team: 'support', limit: 5 }).queryKey, {
      data: [],
      nextCursor: null,
    })
    expect(
      cache.getQueryData(list.queryOptions({ limit: 5, team: 'support' }).queryKey),
    ).toBeDefined()
    expect(list.queryOptions().queryKey).toEqual(list.queryOptions({}).queryKey)
  })

  test('starts with that of its operation, of its resource and of all', () => {
    const { queryKey } = platform.projects.members.list.queryOptions('assist')
    const { key, projects } = platform
    for (const start of [key, projects.key, projects.members.key, projects.members.list.key]) {
      expect(queryKey.slice(0, start.length)).toEqual(start)
    }
    expect(platform.users.list.key).toEqual(['rolecall', 'users', 'list'])
  })

  test('is separate for all pages of a list, below those of the list', () => {
    const { list } = platform.users
    const pages = list.infiniteQueryOptions({ team: 'support' }).queryKey
    expect(pages).not.toEqual(list.queryOptions({ team: 'support' }).queryKey)
    expect(pages.slice(0, 3)).toEqual(list.key)
  })

  test('can start with a prefix, so that two people share a cache and nothing in it', async () => {
    const { mock, cache } = start()
    const [admin, lead] = ['admin@acme.test', 'lead@acme.test'].map((as) =>
      queries(mock.client({ as }), { prefix: as }),
    )
    if (!admin || !lead) throw new Error('two people')
    expect((await cache.fetchQuery(admin.users.me.queryOptions())).email).toBe('admin@acme.test')
    expect((await cache.fetchQuery(lead.users.me.queryOptions())).email).toBe('lead@acme.test')
  })
})

test('there are options for every operation: queries for reads, a mutation for writes', () => {
  const { platform } = start()
  for (const [id, { method }] of Object.entries(operations)) {
    const made: unknown = id
      .split('.')
      .reduce<unknown>((within, name) => Reflect.get(Object(within), name), platform)
    const reads = method === 'GET' || id.startsWith('access.')
    expect(made, id).toHaveProperty(reads ? 'queryOptions' : 'mutationOptions')
    expect(made, id).not.toHaveProperty(reads ? 'mutationOptions' : 'queryOptions')
    if (id.endsWith('.list')) expect(made, id).toHaveProperty('infiniteQueryOptions')
  }
})

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

describe('a mutation', () => {
  const mutate = <T, V>(
    cache: QueryClient,
    options: MutationObserverOptions<T, RolecallError, V>,
    variables: V,
  ) => new MutationObserver(cache, options).mutate(variables)

  test('takes one argument alone, several as an array, and options after them', async () => {
    const { mock, cache, platform } = start()
    await mutate(cache, platform.roles.create.mutationOptions(), { key: 'qa', permissions: [] })
    await mutate(cache, platform.users.update.mutationOptions(), [
      'agent@acme.test',
      { teams: { support: 'qa' } },
    ])
    const stale = mutate(cache, platform.roles.delete.mutationOptions(), ['qa', { ifMatch: 'x' }])
    await expect(stale).rejects.toMatchObject({ code: 'stale_etag' })
    const { teams } = await mock.client({ as: 'admin@acme.test' }).users.get('agent@acme.test')
    expect(teams.support).toBe('qa')
  })

  test('invalidates the queries that it affects, and nothing else', async () => {
    const { cache, platform } = start()
    const { users, teams, permissions, audit, roles } = platform
    const touched: { queryKey: QueryKey }[] = [
      teams.list.queryOptions(),
      teams.list.infiniteQueryOptions(),
      audit.list.queryOptions(),
      roles.delete.canOptions('reviewer'),
    ]
    const others: { queryKey: QueryKey }[] = [
      users.list.queryOptions(),
      permissions.list.queryOptions(),
    ]
    for (const { queryKey } of [...touched, ...others]) cache.setQueryData(queryKey, {})

    await mutate(cache, teams.create.mutationOptions(), { key: 'quality' })

    const stale = ({ queryKey }: { queryKey: QueryKey }) =>
      cache.getQueryState(queryKey)?.isInvalidated
    expect(touched.map(stale)).toEqual([true, true, true, true])
    expect(others.map(stale)).toEqual([false, false])
  })

  test('is pending until visible queries are refetched, once', async () => {
    const { mock, cache, platform } = start()
    const shown = platform.teams.list.queryOptions()
    const observer = new QueryObserver(cache, { ...shown, staleTime: Infinity })
    await cache.fetchQuery(shown)
    const leave = observer.subscribe(() => {})
    const before = mock.requests.length
    await mutate(cache, platform.teams.create.mutationOptions(), { key: 'quality' })
    expect(observer.getCurrentResult().data?.data.map(({ key }) => key)).toContain('quality')
    expect(mock.requests.slice(before).map(({ operation }) => operation)).toEqual([
      'teams.create',
      'teams.list',
    ])
    leave()
  })

  test('invalidates after a failure too: it may have taken effect, and the cached data is old', async () => {
    const { cache, platform } = start('lead@acme.test')
    const { queryKey } = platform.roles.list.queryOptions()
    cache.setQueryData(queryKey, { data: [], nextCursor: null })
    const denied = mutate(cache, platform.roles.create.mutationOptions(), {
      key: 'qa',
      permissions: [],
    })
    await expect(denied).rejects.toBeInstanceOf(PermissionDeniedError)
    expect(cache.getQueryState(queryKey)?.isInvalidated).toBe(true)
  })

  test('runs a custom onSettled after that', async () => {
    const { cache, platform } = start()
    const { queryKey } = platform.teams.list.queryOptions()
    cache.setQueryData(queryKey, { data: [], nextCursor: null })
    const told: unknown[] = []
    const options = platform.teams.create.mutationOptions({
      onSettled: (team) => told.push(team?.key, cache.getQueryState(queryKey)?.isInvalidated),
    })
    await mutate(cache, options, { key: 'quality' })
    expect(told).toEqual(['quality', true])
  })

  test("is one write, whatever the cache's own defaults for retries", async () => {
    const { mock, platform } = start()
    const cache = new QueryClient({ defaultOptions: { mutations: { retry: 3, retryDelay: 0 } } })
    const before = mock.requests.length
    const failed = mutate(cache, platform.teams.create.mutationOptions(), { key: 'No key' })
    await expect(failed).rejects.toMatchObject({ status: 422 })
    expect(mock.requests.length - before).toBe(1)
  })
})
