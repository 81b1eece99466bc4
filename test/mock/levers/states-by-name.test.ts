import { setupServer } from 'msw/node'
import { createMock, type Mock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, test } from 'vitest'
import { as } from '../ask.ts'

const admin = 'admin@acme.test'

type Send = (path: string, init: RequestInit) => Promise<Response>

/** Sends calls with a token of the mock, in the state of a name. */
function inState(mock: Mock, name: string | undefined, send: Send = mock.fetch) {
  const headers = {
    authorization: `Bearer ${mock.token(admin)}`,
    'content-type': 'application/json',
    ...(name !== undefined && { 'x-mock-session': name }),
  }
  return {
    add: async (key: string) =>
      (await send('/v1/teams', { method: 'POST', headers, body: JSON.stringify({ key }) })).status,
    has: async (key: string) => (await send(`/v1/teams/${key}`, { headers })).status === 200,
    get: (path: string) => send(path, { headers }),
  }
}

async function expectApart(mock: Mock, send?: Send) {
  const states = [undefined, 'one', 'two'].map((name) => inState(mock, name, send))
  for (const state of states) {
    // Each adds the same key: a shared state would refuse the second.
    // oxlint-disable-next-line no-await-in-loop
    expect(await state.add('qa')).toBe(201)
  }
  expect(await states[1]?.add('more')).toBe(201)
  expect(await Promise.all(states.map((state) => state.has('more')))).toEqual([false, true, false])
}

describe('each name has a state of its own', () => {
  test('in process', () => expectApart(createMock()))

  test('over a socket', async () => {
    const mock = createMock()
    const server = await serve(mock, { port: 0 })
    try {
      await expectApart(mock, (path, init) => fetch(`${server.url}${path}`, init))
    } finally {
      await server.close()
    }
  })

  test('through MSW', async () => {
    const mock = createMock()
    const baseUrl = 'https://platform.example'
    const server = setupServer(...handlers(mock, { baseUrl }))
    server.listen()
    try {
      await expectApart(mock, (path, init) => fetch(`${baseUrl}${path}`, init))
    } finally {
      server.close()
    }
  })
})

test('it begins at the start, whatever the mock has done since', async () => {
  const mock = createMock()
  await as(mock, admin)('POST /v1/teams', { key: 'qa' })
  expect(await inState(mock, 'late').has('qa')).toBe(false)
})

test('it is reset by itself', async () => {
  const mock = createMock()
  const [one, other] = [inState(mock, 'one'), inState(mock, 'other')]
  await Promise.all([one.add('qa'), other.add('qa'), inState(mock, undefined).add('qa')])
  const reset = await mock.fetch('/__mock/reset', {
    method: 'POST',
    headers: { 'x-mock-session': 'one', 'content-type': 'application/json' },
  })
  expect(reset.status).toBe(204)
  expect(await Promise.all([one.has('qa'), other.has('qa')])).toEqual([false, true])
  expect(await inState(mock, undefined).has('qa')).toBe(true)
})

test('isolated work has states of its own', async () => {
  const mock = createMock()
  await inState(mock, 'one').add('outside')
  await mock.isolate(async () => {
    expect(await inState(mock, 'one').has('outside')).toBe(false)
    await inState(mock, 'one').add('inside')
  })
  expect(await inState(mock, 'one').has('inside')).toBe(false)
})

test('of more than 100, the longest unused is dropped, which the log says', async () => {
  const mock = createMock()
  for (let index = 0; index < 100; index += 1) {
    // The order of use is what is tested.
    // oxlint-disable-next-line no-await-in-loop
    expect(await inState(mock, `state-${index}`).add('qa')).toBe(201)
  }
  expect(await inState(mock, 'state-0').has('qa')).toBe(true)
  await inState(mock, 'state-100').add('qa')
  expect(await inState(mock, 'state-0').has('qa')).toBe(true)
  const log = await inState(mock, 'state-100').get('/__mock/requests')
  expect(await log.text()).toContain('State state-1 was dropped, the longest unused')
  expect(await inState(mock, 'state-1').has('qa')).toBe(false)
})

test.each(['', ' ', '.', '..', '.hidden', 'a b', 'a/b', 'ü', 'x'.repeat(101), '__proto__ '])(
  'the name %o is a 400',
  (name) => {
    const mock = createMock()
    const headers = { 'x-mock-session': name }
    const { status, body } = mock.handle({ method: 'GET', path: '/v1/me', query: '', headers })
    expect([status, JSON.parse(body)]).toMatchObject([
      400,
      {
        code: 'invalid_request',
        detail: expect.stringContaining('X-Mock-Session must be 1 to 100'),
      },
    ])
  },
)

test.each(['a', 'x'.repeat(100), 'A-b_c.d~1', '__proto__', 'constructor'])(
  'the name %s is right',
  async (name) => {
    expect(await inState(createMock(), name).add('qa')).toBe(201)
  },
)
