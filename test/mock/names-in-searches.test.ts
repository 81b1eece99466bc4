/** The names in the answers of searches. */
import { createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { house, opaque, records } from '../support/records.ts'

const mock = createMock({ policy: records, scenario: house })
const point = mock.client({ enforcementPoint: true })
const admin = mock.client({ as: 'admin@acme.test' })

const subjects = async (type: string, id: string) => {
  const { results } = await point.access.searchSubjects({
    subject: { type: 'user' },
    action: { name: 'read' },
    resource: { type, id },
  })
  return results.map((one) => one.id)
}

const resources = async (client: typeof point, type: string, id: string) => {
  const { results } = await client.access.searchResources({
    subject: { type: 'user', id },
    action: { name: 'read' },
    resource: { type },
  })
  return results.map((one) => one.id)
}

describe('a search answers in the way that it was asked', () => {
  test('by key or e-mail address', async () => {
    const addresses = ['admin@acme.test', 'alice@acme.test', 'bob@acme.test']
    expect(await subjects('project', 'shelf')).toEqual(addresses)
    expect(await subjects('organization', 'current')).toEqual(addresses)
    expect(await resources(point, 'project', 'bob@acme.test')).toEqual(['shelf'])
    expect(await resources(point, 'user', 'bob@acme.test')).toEqual(addresses)
  })

  test('by external id, or by key where there is none', async () => {
    expect(await subjects('record', '101')).toEqual(['admin@acme.test', 'alice', opaque])
    expect(await resources(point, 'folder', 'alice')).toEqual(['7'])
  })

  test('by id, if the question names one', async () => {
    const { id } = await admin.artifacts.get('101')
    const { data } = await admin.users.list()
    expect(await subjects('record', id)).toEqual(data.map((user) => user.id))
    const me = await admin.users.me()
    const shelf = await admin.projects.get('shelf')
    expect(await resources(point, 'project', me.id)).toEqual([shelf.id])
  })

  test('by external id where nothing else names it', async () => {
    expect(await resources(point, 'record', 'bob@acme.test')).toEqual(['101', '102'])
    expect(await resources(admin, 'record', 'me')).toEqual(['101', '102'])
  })

  test('by id where nothing else names it', async () => {
    const { externalId: _, ...hamlet } = house.artifacts[0]
    const plain = createMock({ policy: records, scenario: { ...house, artifacts: [hamlet] } })
    const client = plain.client({ as: 'admin@acme.test' })
    const [{ id } = { id: '' }] = (await client.artifacts.list()).data
    expect(await resources(client, 'record', 'me')).toEqual([id])
  })

  test('and each name names the same in the next question', async () => {
    for (const id of await resources(point, 'record', 'alice')) {
      const question = {
        subject: { type: 'user', id: 'alice' },
        action: { name: 'read' },
        resource: { type: 'record', id },
      }
      expect(await point.access.evaluate(question)).toEqual({ decision: true })
    }
  })
})

test('a reader who may not read a user is told the id alone', async () => {
  const closed = createMock({
    policy: {
      ...records,
      changes: {
        ...records.changes,
        'users.get': { always: 'admit' },
        'users.list': { always: 'admit' },
      },
    },
    scenario: house,
  })
  const bob = closed.client({ as: 'bob@acme.test' })
  const { results } = await bob.access.searchSubjects({
    subject: { type: 'user' },
    action: { name: 'write' },
    resource: { type: 'folder', id: 'shelf' },
  })
  expect(results.filter(({ id }) => !id.startsWith('usr_'))).toEqual([])
})
