import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'

const admin = 'admin@acme.test'

test('a listener takes back the call that it hears of', async () => {
  const mock = createMock()
  const client = mock.client({ as: admin })
  await client.teams.create({ key: 'first' })
  const before = mock.state
  const stop = mock.onRequest(({ operation }) => {
    if (operation === 'teams.create') mock.undo()
  })
  await client.teams.create({ key: 'second' })
  stop()
  expect(mock.state).toBe(before)
  expect(mock.history).toHaveLength(1)
})

test('a listener that resets leaves no history behind', async () => {
  const mock = createMock()
  const start = mock.state
  const stop = mock.onRequest(() => mock.reset())
  await mock.client({ as: admin }).teams.create({ key: 'first' })
  stop()
  expect(mock.state).toBe(start)
  expect(mock.history).toEqual([])
})

test.each([
  ['mock.undo', (mock: ReturnType<typeof createMock>) => mock.undo()],
  ['mock.reset', (mock: ReturnType<typeof createMock>) => mock.reset()],
  ['mock.restore', (mock: ReturnType<typeof createMock>) => mock.restore(mock.snapshot())],
  ['mock.use', (mock: ReturnType<typeof createMock>) => mock.use('adaptive')],
])('an override that calls %s is told to wait', async (name, lever) => {
  const mock = createMock()
  const client = mock.client({ as: admin })
  await client.teams.create({ key: 'first' })
  mock.override('teams.create', ({ next }) => {
    const made = next()
    lever(mock)
    return made
  })
  await expect(client.teams.create({ key: 'second' }, { retries: 0 })).rejects.toMatchObject({
    status: 500,
    message: expect.stringContaining(`${name} can't be called by an override.`),
  })
  expect((await client.teams.get('second')).key).toBe('second')
  expect(mock.undo()?.operation).toBe('teams.create')
  await expect(client.teams.get('second')).rejects.toThrow('second')
})

test('a call made within an override is part of the call', () => {
  const mock = createMock()
  const token = mock.token(admin)
  const create = (key: string) =>
    mock.handle({
      method: 'POST',
      path: '/v1/teams',
      query: '',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    })
  const before = mock.state
  mock.override(
    'teams.create',
    ({ next }) => {
      create('inner')
      return next()
    },
    { once: true },
  )
  expect(create('outer').status).toBe(201)
  expect(mock.history).toHaveLength(1)
  mock.undo()
  expect(mock.state).toBe(before)
})

test('a policy that is left out is no policy', () => {
  const mock = createMock({ policy: 'bigml' })
  const missing: unknown = undefined
  expect(() => Reflect.apply(mock.use, mock, [missing])).toThrow('mock.use must be')
  expect(mock.policy.name).toBe('bigml')
})
