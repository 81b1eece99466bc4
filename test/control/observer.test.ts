import { createMock, type Mock, problem } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Client, createClient } from '../../src/index.ts'

/** Calls the mock as an observer does, and as the app does. */
interface Callers {
  readonly mock: Mock
  readonly app: Client
  readonly observer: Client
  readonly lead: Client
}

type Reach = (mock: Mock) => Promise<{ baseUrl: string; fetch: typeof fetch }>

const reaches: readonly (readonly [name: string, reach: Reach])[] = [
  ['in process', async (mock) => ({ baseUrl: 'https://rolecall.test', fetch: mock.fetch })],
  [
    'over HTTP',
    async (mock) => {
      const server = await serve(mock, { port: 0 })
      onTestFinished(() => server.close())
      return { baseUrl: server.url, fetch: globalThis.fetch }
    },
  ],
]

const observing = { 'X-Mock-Observer': 'true' }

describe.each(reaches)('an observer %s', (_, reach) => {
  async function callers(options: Parameters<typeof createMock>[0] = {}): Promise<Callers> {
    const mock: Mock = createMock(options)
    const at = await reach(mock)
    const as = (user: string, headers: Record<string, string> = {}) =>
      createClient({ ...at, headers, token: mock.token(user), retries: 0 })
    return {
      mock,
      app: as('admin@acme.test'),
      observer: as('admin@acme.test', observing),
      lead: as('lead@acme.test', observing),
    }
  }

  test('reads and asks without a trace: no log, audit, coverage, or id of a request', async () => {
    const { mock, app, observer, lead } = await callers()
    const { mock: alone, app: only } = await callers()
    await observer.users.list()
    await lead.can('roles.create', { key: 'reviewer', permissions: [] })
    await observer.access.evaluate({
      subject: { type: 'user', id: 'lead@acme.test' },
      action: { name: 'roles.create' },
      resource: { type: 'organization', id: 'acme' },
    })
    await expect(observer.teams.get('nowhere')).rejects.toThrow(/nowhere/)
    expect(mock.requests).toEqual([])
    expect(mock.state).toBe(alone.state)
    expect(mock.coverage()).toEqual(alone.coverage())

    await Promise.all([app, only].map((client) => client.teams.list()))
    expect(mock.requests).toEqual(alone.requests)
    expect(mock.coverage()).toEqual(alone.coverage())
    const audited = await Promise.all([app, only].map((client) => client.audit.list()))
    expect(audited[0]?.data).toEqual(audited[1]?.data)
  })

  test('writes as everybody, and the log says who it was', async () => {
    const { mock, app, observer } = await callers()
    await observer.teams.create({ key: 'trial' })
    await app.teams.create({ key: 'real' })
    expect(mock.requests).toMatchObject([
      { operation: 'teams.create', args: [{ key: 'trial' }], observer: true },
      { operation: 'teams.create', args: [{ key: 'real' }] },
    ])
    expect(mock.requests[1]).not.toHaveProperty('observer')
    expect(mock.history).toHaveLength(2)
    const { operations } = mock.coverage()
    const seen = operations.find(({ operation }) => operation === 'teams.create')
    expect(seen?.allowed).toBe(1)
  })

  test('meets no fault, and leaves those of the app to it', async () => {
    const { mock, app, observer } = await callers({
      faults: { rules: [{ on: 'teams.*', times: 1, status: 503 }] },
    })
    await observer.teams.list()
    await observer.teams.create({ key: 'trial' })
    await expect(app.teams.list()).rejects.toThrow(/fault/i)
    await app.teams.list()
    expect(mock.requests.map(({ status }) => status)).toEqual([201, 503, 200])
  })

  test('meets no override, and leaves those of the app to it', async () => {
    const { mock, app, observer } = await callers()
    const busy = () => {
      throw problem(409, 'key_taken', 'Somebody else was faster.')
    }
    mock.override('teams.list', busy, { once: true })
    await observer.teams.list()
    await expect(app.teams.list()).rejects.toThrow(/faster/)
  })

  test('says so by true or false', async () => {
    const { mock } = await callers()
    const { baseUrl, fetch } = await reach(mock)
    const send = (said: string) =>
      fetch(`${baseUrl}/v1/me`, {
        headers: {
          authorization: `Bearer ${mock.token('admin@acme.test')}`,
          'X-Mock-Observer': said,
        },
      })
    const answer = await send('yes')
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      detail: 'X-Mock-Observer must be true or false; it is "yes".',
    })
    expect((await send('false')).status).toBe(200)
    expect(mock.requests.map(({ operation }) => operation)).toEqual(['users.me'])
  })
})
