import { describe, expect, test } from 'vitest'
import { serve } from '../../mocks/adapters/server/index.ts'
import { ConfigurationError, createMock, mergeCoverage, type Mock } from '../../mocks/index.ts'
import { policies } from '../../mocks/policies/index.ts'
import { createClient } from '../../src/index.ts'
import { createRole, leafIn, newRole, operationIn, people, tried } from './seen-coverage.ts'

describe('all states of a mock add to its coverage', () => {
  const createdIn = async (mock: Mock) => {
    await mock.client({ as: 'admin@acme.test' }).roles.create(newRole)
  }

  test('before and after a reset', async () => {
    const { mock } = people()
    await createdIn(mock)
    mock.reset()
    await createdIn(mock)
    expect(operationIn(mock.coverage(), 'roles.create')).toMatchObject({ allowed: 2 })
  })

  test('forked ones, and isolated work', async () => {
    const { mock } = people()
    const fork = mock.fork()
    await createdIn(fork)
    await mock.isolate(() => createdIn(mock))
    await createdIn(mock)
    expect(operationIn(mock.coverage(), 'roles.create')).toMatchObject({ allowed: 3 })
    expect(fork.coverage()).toEqual(mock.coverage())
  })

  test('those named by a header, on a port', async () => {
    const { mock } = people()
    await using server = await serve(mock, { port: 0 })
    const token = mock.token('admin@acme.test')
    for (const name of ['first', 'second']) {
      const headers = { 'x-mock-session': name }
      await createClient({ baseUrl: server.url, token, headers }).roles.create(newRole)
    }
    expect(operationIn(mock.coverage(), 'roles.create')).toMatchObject({ allowed: 2 })
    expect(leafIn(mock.coverage(), createRole)).toMatchObject({ met: 2 })
  })
})

test('each policy that was in force has its own', async () => {
  const { mock, admin } = people()
  await admin.roles.create(newRole)
  const { policy } = mock
  mock.use({ ...policies.adaptive, title: 'Another' })
  expect(mock.coverage()).toMatchObject({ policy: { title: 'Another' } })
  expect(operationIn(mock.coverage(), 'roles.create')).toMatchObject({ allowed: 0 })
  mock.use(policy)
  expect(operationIn(mock.coverage(), 'roles.create')).toMatchObject({ allowed: 1 })
})

describe('mergeCoverage', () => {
  test('adds up what was seen', async () => {
    const [first, second] = [people(), people()]
    await first.admin.roles.create(newRole)
    await second.admin.roles.create(newRole)
    await tried(second.lead.roles.create(newRole))
    const merged = mergeCoverage(first.mock.coverage(), second.mock.coverage())
    expect(operationIn(merged, 'roles.create')).toMatchObject({ allowed: 2, denied: 1 })
    expect(leafIn(merged, createRole)).toMatchObject({ met: 2, unmet: 1 })
    expect(merged.totals.operations).toMatchObject({ allowed: { seen: 1 }, denied: { seen: 1 } })
    expect(first.mock.coverage().totals.operations.denied.seen).toBe(0)
  })

  test('refuses two policies', () => {
    const [one, other] = [createMock().coverage(), createMock({ policy: 'bigml' }).coverage()]
    expect(() => mergeCoverage(one, other)).toThrow(ConfigurationError)
    expect(() => mergeCoverage(one, other)).toThrow(
      'The first is of adaptive, the second of bigml.',
    )
    const own = createMock({ policy: { ...policies.adaptive, guards: [] } }).coverage()
    expect(() => mergeCoverage(one, own)).toThrow('the second of another of that name.')
  })
})
