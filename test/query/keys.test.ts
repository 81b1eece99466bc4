import { QueryClient } from '@tanstack/query-core'
import { queries } from 'rolecall/query'
import { describe, expect, test } from 'vitest'
import { operations } from '../../src/generated/operations.ts'
import { start } from './with-queries.ts'

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
