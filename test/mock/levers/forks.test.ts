import { ConfigurationError, createMock, type Mock } from 'rolecall/mocks'
import { expect, test, vi } from 'vitest'
import { as } from '../ask.ts'

const admin = 'admin@acme.test'
const add = async (mock: Mock, key: string) =>
  (await as(mock, admin)('POST /v1/teams', { key })).status
const has = async (mock: Mock, key: string) =>
  (await as(mock, admin)(`GET /v1/teams/${key}`)).status === 200

test('neither of a mock and its fork sees the other', async () => {
  const mock = createMock()
  await add(mock, 'before')
  const fork = mock.fork()
  expect([fork.state, fork.requests]).toEqual([mock.state, []])
  await add(mock, 'mine')
  await add(fork, 'forked')
  const deeper = fork.fork()
  await add(deeper, 'deeper')
  const seen = [mock, fork, deeper].map((one) =>
    Promise.all(['before', 'mine', 'forked', 'deeper'].map((key) => has(one, key))),
  )
  expect(await Promise.all(seen)).toEqual([
    [true, true, false, false],
    [true, false, true, false],
    [true, false, true, true],
  ])
})

test('a fork has the history, overrides, faults and clock, and no listeners', async () => {
  const mock = createMock()
  const heard: string[] = []
  mock.onRequest(({ path }) => heard.push(path))
  await add(mock, 'before')
  mock.override('users.list', () => ({ data: [], nextCursor: null }))
  mock.faults.set({ rules: [{ on: 'roles.list', status: 503 }] })
  mock.clock.freeze()
  const fork = mock.fork()
  expect(fork.history).toEqual(mock.history)
  expect([fork.clock.now, fork.clock.pace]).toEqual([mock.clock.now, 'frozen'])
  mock.reset()
  expect((await as(fork, admin)('GET /v1/users')).body.data).toEqual([])
  expect((await as(fork, admin)('GET /v1/roles')).status).toBe(503)
  expect((await as(mock, admin)('GET /v1/roles')).status).toBe(200)
  expect(heard).toEqual(['/v1/teams', '/v1/roles'])
  expect(fork.undo()?.operation).toBe('teams.create')
})

test('a reset of a fork goes to the start', async () => {
  const mock = createMock()
  const start = mock.state
  await add(mock, 'before')
  const fork = mock.fork()
  fork.reset()
  expect(fork.state).toBe(start)
})

test('a reset clears overrides, the log and the history, and restores the faults of createMock', async () => {
  const mock = createMock({ faults: { rules: [{ on: 'roles.list', status: 503 }] } })
  const ask = as(mock, admin)
  mock.faults.clear()
  mock.override('users.list', () => ({ data: [], nextCursor: null }))
  await add(mock, 'before')
  mock.reset()
  expect([mock.requests, mock.history, mock.outbox]).toEqual([[], [], []])
  expect((await ask('GET /v1/roles')).status).toBe(503)
  expect((await ask('GET /v1/users')).body.data).not.toEqual([])
})

test('isolated work has a fork of its own, which is dropped at its end', async () => {
  const mock = createMock()
  const ask = as(mock, admin)
  const outside = mock.client({ as: admin })
  const { state } = mock
  const result = await mock.isolate(async () => {
    await ask('POST /v1/teams', { key: 'asked' })
    await outside.teams.create({ key: 'client' })
    await new Promise((resolve) => setTimeout(resolve, 1))
    await mock.client({ as: admin }).teams.create({ key: 'inside' })
    expect(mock.requests.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(mock.token('new@acme.test', { signUp: true })).toMatch(/./)
    return (await outside.teams.list()).data.map(({ key }) => key)
  })
  expect(result).toEqual(expect.arrayContaining(['asked', 'client', 'inside']))
  expect([mock.state, mock.requests]).toEqual([state, []])
})

test('isolated work returns plain results, and passes errors on', async () => {
  const mock = createMock()
  const { state } = mock
  expect(mock.isolate(() => 5)).toBe(5)
  const fails = () => {
    mock.seed({ teams: [{ key: 'inside' }] })
    throw new TypeError('from inside')
  }
  expect(() => mock.isolate(fails)).toThrow(TypeError)
  await expect(mock.isolate(async () => fails())).rejects.toThrow('from inside')
  expect(mock.state).toBe(state)
})

test('isolated work nests', async () => {
  const mock = createMock()
  await mock.isolate(async () => {
    await add(mock, 'outer')
    await mock.isolate(async () => {
      await add(mock, 'inner')
      expect([await has(mock, 'outer'), await has(mock, 'inner')]).toEqual([true, true])
    })
    expect([await has(mock, 'outer'), await has(mock, 'inner')]).toEqual([true, false])
  })
  expect(await has(mock, 'outer')).toBe(false)
})

test('isolated work of 20 at once does not meet', async () => {
  const mock = createMock()
  const counts = Array.from({ length: 20 }, (_, index) =>
    mock.isolate(async () => {
      expect(await add(mock, 'same')).toBe(201)
      await new Promise((resolve) => setTimeout(resolve, index % 3))
      expect(await add(mock, `own-${index}`)).toBe(201)
      return mock.history.length
    }),
  )
  expect(await Promise.all(counts)).toEqual(Array.from({ length: 20 }, () => 2))
  expect(mock.history).toEqual([])
})

test('without AsyncLocalStorage, isolate names fork()', () => {
  const mock = createMock()
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined)
  try {
    expect(() => mock.isolate(() => 5)).toThrow(ConfigurationError)
    expect(() => mock.isolate(() => 5)).toThrow(
      'mock.isolate needs AsyncLocalStorage, which this runtime does not have. Use mock.fork() instead.',
    )
  } finally {
    vi.restoreAllMocks()
  }
})

test.each([undefined, null, 'work', {}, Promise.resolve()])('isolate refuses %o', (work) => {
  const mock = createMock()
  expect(() => Reflect.apply(mock.isolate, mock, [work])).toThrow(
    'mock.isolate must be a function, not',
  )
})
