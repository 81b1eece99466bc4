import { createMock, type LoggedRequest, type Mock } from 'rolecall/mocks'
import { type Control, createControl } from 'rolecall/mocks/control'
import { handlers } from 'rolecall/mocks/msw'
import { getResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import { followRequests } from '../../mocks/control/follow-requests.ts'
import { responseOf } from '../../mocks/mock/response-of.ts'
import { start } from '../server/start.ts'

/** Reads a stream's requests one by one. */
function reader(response: Response) {
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/x-ndjson',
  ])
  const chunks = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    /** The next request; undefined at the end. */
    async next(): Promise<LoggedRequest | undefined> {
      while (!text.includes('\n')) {
        const { done = true, value } = (await chunks?.read()) ?? {}
        if (done) return undefined
        text += decoder.decode(value, { stream: true })
      }
      const [line = '', ...rest] = text.split('\n')
      text = rest.join('\n')
      return JSON.parse(line)
    },
    cancel: () => chunks?.cancel(),
  }
}

const path = '/__mock/requests/stream'

/** Each place where a mock answers, with a `fetch` of it. */
const places = {
  'in process': async () => {
    const mock: Mock = createMock()
    return { mock, fetch: (to: string) => mock.fetch(to) }
  },
  'over a socket': async () => {
    const { mock, server } = await start()
    return { mock, fetch: (to: string) => fetch(server.url + to) }
  },
  'through MSW': async () => {
    const mock: Mock = createMock()
    const baseUrl = 'https://platform.example'
    const fetch = async (to: string) => {
      const found = await getResponse(handlers(mock, { baseUrl }), new Request(baseUrl + to))
      if (found === undefined) throw new Error('MSW has no answer.')
      return found
    }
    return { mock, fetch }
  },
}

describe.each(Object.entries(places))('the stream of requests, %s', (_, place) => {
  test('has a line for each request from now on', async () => {
    const { mock, fetch } = await place()
    const admin = mock.client({ as: 'admin@acme.test' })
    await admin.teams.list()
    const lines = reader(await fetch(path))
    await admin.roles.list()
    // Its time is sent too, which comparisons and JSON leave out otherwise.
    const { ms } = mock.requests[1] ?? {}
    expect(await lines.next()).toEqual({ ...mock.requests[1], ms })
    await admin.users.get('nobody@acme.test').catch(() => {})
    await admin.users.me()
    expect((await lines.next())?.status).toBe(404)
    expect((await lines.next())?.operation).toBe('users.me')
    await lines.cancel()
  })

  test('has those after an earlier request first', async () => {
    const { mock, fetch } = await place()
    const admin = mock.client({ as: 'admin@acme.test' })
    for (const call of ['roles.list', 'teams.list', 'users.me'] as const) await admin.call(call)
    const lines = reader(await fetch(`${path}?since=${mock.requests[0]?.id}`))
    expect((await lines.next())?.operation).toBe('teams.list')
    await admin.organization.get()
    expect((await lines.next())?.operation).toBe('users.me')
    expect((await lines.next())?.operation).toBe('organization.get')
    await lines.cancel()
  })

  test('refuses an id that the log does not have', async () => {
    const { fetch } = await place()
    const answer = await fetch(`${path}?since=req_1`)
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { code: 'unknown_reference', detail: expect.stringContaining('"req_1"') },
    ])
  })

  test('leaves out nothing of what a slow reader missed, as long as the log has it', async () => {
    const { mock, fetch } = await place()
    const admin = mock.client({ as: 'admin@acme.test' })
    await admin.users.me()
    const lines = reader(await fetch(path))
    for (let count = 0; count < 4000; count += 1) await mock.fetch(`/v1/none/${count}`)
    const ids: (string | undefined)[] = []
    while (ids.length < 4000) ids.push((await lines.next())?.id)
    expect(ids).toEqual(mock.requests.slice(1).map(({ id }) => id))
    await lines.cancel()
  })
})

test('the stream ends whole when the server closes', async () => {
  const { mock, server } = await start()
  const lines = reader(await fetch(server.url + path))
  await mock.fetch('/v1/me')
  expect((await lines.next())?.status).toBe(401)
  const end = lines.next()
  await server.close()
  expect(await end).toBeUndefined()
})

describe.each([
  ['is deleted', (control: Control) => control.states.delete('one')],
  ['goes with all others', (control: Control) => control.states.clear()],
  [
    'is dropped for newer ones',
    async (control: Control) => {
      for (let count = 0; count < 100; count += 1) await control.states.create(`new-${count}`)
    },
  ],
])('the stream of a state that %s', (_, drop) => {
  test('ends', async () => {
    const mock: Mock = createMock()
    const headers = { 'X-Mock-Session': 'one' }
    const lines = reader(await mock.fetch(path, { headers }))
    await mock.fetch('/v1/me', { headers })
    expect((await lines.next())?.status).toBe(401)
    const end = lines.next()
    await drop(createControl({ mock }))
    expect(await end).toBeUndefined()
  })
})

test('a HEAD of the stream is answered at once', async () => {
  const { server } = await start()
  const answer = await fetch(server.url + path, { method: 'HEAD' })
  expect([answer.status, await answer.text()]).toEqual([200, ''])
})

test('nothing hears of requests once the reader left', async () => {
  const mock = createMock()
  const heard: string[] = []
  const onRequest = (listener: (request: LoggedRequest) => void) => {
    const stop = mock.onRequest(listener)
    heard.push('begin')
    return () => {
      heard.push('end')
      stop()
    }
  }
  const { requests } = mock
  const response = responseOf(
    {
      status: 200,
      headers: {},
      body: '',
      stream: followRequests({ requests, onRequest }, [], () => () => {}),
    },
    'GET',
  )
  expect(heard).toEqual(['begin'])
  await response.body?.cancel()
  expect(heard).toEqual(['begin', 'end'])
})
