import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/query-core'
import { RolecallError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { queries } from 'rolecall/query'
import { expect, onTestFinished, test } from 'vitest'

/** A screen with a list of teams, and a count of its fetches. */
async function showTeams() {
  const mock = createMock()
  const client = mock.client({ as: 'admin@acme.test' })
  const platform = queries(client)
  const cache = new QueryClient()
  const screen = new QueryObserver(cache, platform.teams.list.queryOptions({ limit: 200 }))
  onTestFinished(screen.subscribe(() => {}))
  await screen.refetch({ cancelRefetch: false })
  const keys = () => screen.getCurrentResult().data?.data.map(({ key }) => key)
  const fetches = () => mock.requests.filter(({ operation }) => operation === 'teams.list').length
  const shown = async (key: string) => {
    await expect.poll(keys, { timeout: 5_000 }).toContain(key)
  }
  return { client, platform, cache, keys, fetches, shown }
}

test('a write by a method, or by a derived client, refreshes the screen', async () => {
  const { client, platform, cache, fetches, shown } = await showTeams()
  const stop = platform.invalidateOnWrite(cache)
  await client.teams.create({ key: 'legal' })
  await shown('legal')
  await client.withOptions({ timeout: 5_000 }).teams.create({ key: 'sales' })
  await shown('sales')
  expect(fetches()).toBe(3)

  stop()
  await client.teams.create({ key: 'unheard' })
  expect(cache.isFetching()).toBe(0)
  expect(fetches()).toBe(3)
})

test('without it, only mutationOptions does', async () => {
  const { client, keys, cache } = await showTeams()
  await client.teams.create({ key: 'legal' })
  expect(cache.isFetching()).toBe(0)
  expect(keys()).not.toContain('legal')
})

test('with it, a mutation is pending until one refetch of the screen', async () => {
  const { platform, cache, keys, fetches } = await showTeams()
  onTestFinished(platform.invalidateOnWrite(cache))
  const create = new MutationObserver(cache, platform.teams.create.mutationOptions())
  await create.mutate({ key: 'legal' })
  expect(keys()).toContain('legal')
  expect(fetches()).toBe(2)
})

test('queries that a write does not affect are left alone', async () => {
  const { client, platform, cache, fetches } = await showTeams()
  onTestFinished(platform.invalidateOnWrite(cache))
  const decision = platform.teams.create.canOptions({ key: 'legal' })
  await cache.fetchQuery(decision)
  await client.roles.create({ key: 'qa', permissions: [] })
  expect(cache.getQueryState(decision.queryKey)?.isInvalidated).toBe(true)
  expect(fetches()).toBe(1)
})

test('a value that is no QueryClient is refused, and so is a client without onWrite', () => {
  const { call, can } = createMock().client({ as: 'admin@acme.test' })
  const platform = queries(createMock().client({ as: 'admin@acme.test' }))
  const keep = () => Reflect.apply(platform.invalidateOnWrite, platform, [{}])
  expect(keep).toThrow(RolecallError)
  expect(keep).toThrow('The cache must be a QueryClient, not object')
  const silent: typeof platform = Reflect.apply(queries, undefined, [{ call, can }])
  expect(() => silent.invalidateOnWrite(new QueryClient())).toThrow(
    "queries' first argument must be what createClient answers, to tell of writes",
  )
})
