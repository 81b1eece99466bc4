/** People and things that others know by ids of their own. */
import { createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { house, opaque, records } from '../support/records.ts'

const make = () => createMock({ policy: records, scenario: house })

describe('an external id', () => {
  test('names a person or a thing wherever an id does', async () => {
    const admin = make().client({ as: 'admin@acme.test' })
    expect((await admin.users.get('alice')).email).toBe('alice@acme.test')
    expect((await admin.users.get(opaque)).email).toBe('bob@acme.test')
    expect((await admin.projects.get('7')).key).toBe('shelf')
    expect((await admin.artifacts.get('101')).name).toBe('Hamlet')
    expect((await admin.users.update(opaque, { role: 'writer' })).role).toBe('writer')
  })

  test('is shown by no answer: the API has ids of its own', async () => {
    const admin = make().client({ as: 'admin@acme.test' })
    const alice = await admin.users.get('alice')
    expect(alice.id).toMatch(/^usr_/)
    expect(Object.keys(alice)).not.toContain('externalId')
    expect(Object.keys(alice)).not.toContain('properties')
  })

  test('is compared exactly, unlike an e-mail address', async () => {
    const admin = make().client({ as: 'admin@acme.test' })
    await expect(admin.users.get('Alice')).rejects.toMatchObject({ status: 404 })
    await expect(admin.users.get(opaque.toLowerCase())).rejects.toMatchObject({ status: 404 })
  })

  test('signs a person in, and names them in questions about themselves', async () => {
    const mock = make()
    const { access } = mock.client({ as: 'alice' })
    const asked = { action: { name: 'write' }, resource: { type: 'artifact', id: '101' } }
    expect(await access.evaluate({ subject: { type: 'user', id: 'alice' }, ...asked })).toEqual({
      decision: true,
    })
  })

  test('stays with a person who is removed and comes back', async () => {
    const mock = make()
    const admin = mock.client({ as: 'admin@acme.test' })
    await admin.users.remove('alice')
    await expect(admin.users.get('alice')).rejects.toMatchObject({ status: 404 })
    await admin.users.create({ email: 'alice@acme.test', role: 'reader' })
    expect((await admin.users.get('alice')).role).toBe('reader')
  })

  test('is kept by snapshots and forks', async () => {
    const mock = make()
    const restored = createMock({ policy: records, scenario: house })
    restored.restore(mock.snapshot())
    for (const one of [restored, mock.fork()]) {
      expect((await one.client({ as: 'alice' }).artifacts.get('101')).name).toBe('Hamlet')
    }
  })
})

describe('a scenario with a wrong external id is refused', () => {
  test.each([
    ['alice', 'users[1].externalId: "alice" exists already, at users[0]. List it once.'],
    [' ', 'users[1].externalId: It is " ". It must not be blank.'],
    ['me', 'users[1].externalId: It is "me". It must not be "me", which names the caller.'],
    [
      'b@acme.test',
      'users[1].externalId: It is "b@acme.test". It must hold no "@": an e-mail address names a user without it.',
    ],
  ])('%j', (externalId, message) => {
    const users = [
      { email: 'admin@acme.test', externalId: 'alice' },
      { email: 'b@acme.test', externalId },
    ]
    const { artifacts: _, projects: __, ...rest } = house
    expect(() => createMock({ policy: records, scenario: { ...rest, users } })).toThrow(
      `Scenario house: ${message}`,
    )
  })

  test('a key that is an external id of another', () => {
    const [shelf] = house.projects
    const projects = [
      { ...shelf, externalId: 'attic' },
      { key: 'attic', creator: shelf.creator },
    ]
    expect(() => createMock({ policy: records, scenario: { ...house, projects } })).toThrow(
      'projects[1].key: "attic" exists already, at projects[0]. List it once.',
    )
  })
})
