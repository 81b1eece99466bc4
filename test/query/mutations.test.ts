import {
  MutationObserver,
  type MutationObserverOptions,
  QueryClient,
  type QueryKey,
  QueryObserver,
} from '@tanstack/query-core'
import { PermissionDeniedError, type RolecallError } from 'rolecall'
import { describe, expect, test } from 'vitest'
import { start } from './with-queries.ts'

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
