import { ConfigurationError, createMock, type LoggedRequest } from 'rolecall/mocks'
import { afterEach, describe, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.restoreAllMocks()
})

function start() {
  const mock = createMock()
  const admin = mock.client({ as: 'admin@acme.test' })
  const heard: LoggedRequest[] = []
  const stop = mock.onRequest((request) => heard.push(request))
  return { mock, admin, heard, stop }
}

describe('a listener', () => {
  test('hears of each request, once it is answered, by its entry of the log', async () => {
    const { mock, admin, heard } = start()
    await admin.teams.create({ key: 'quality' })
    await mock.fetch('/v1/nothing')
    expect(heard.map(({ operation, status }) => [operation, status])).toEqual([
      ['teams.create', 201],
      [undefined, 404],
    ])
    expect(heard[0]).toBe(mock.requests[0])
  })

  test('may read and call the mock', async () => {
    const { mock, admin } = start()
    const counts: number[] = []
    const stop = mock.onRequest(() => {
      stop()
      counts.push(mock.requests.length)
      mock.handle({ method: 'GET', path: '/v1/me', query: '', headers: {} })
    })
    await admin.teams.create({ key: 'quality' })
    expect(counts).toEqual([1])
    expect(mock.requests.map(({ operation }) => operation)).toEqual(['teams.create', 'users.me'])
  })

  test('hears nothing once it has ended', async () => {
    const { admin, heard, stop } = start()
    await admin.users.me()
    stop()
    stop()
    await admin.users.me()
    expect(heard).toHaveLength(1)
  })

  test('stays after a reset', async () => {
    const { mock, admin, heard } = start()
    mock.reset()
    await admin.users.me()
    expect(heard).toHaveLength(1)
  })

  test.each([
    ['throws', () => Promise.reject(new Error('boom'))],
    [
      'rejects',
      () => {
        throw new Error('boom')
      },
    ],
  ])('that %s breaks nothing, and is printed once', async (_, fail) => {
    const print = vi.spyOn(console, 'error').mockReturnValue()
    const mock = createMock()
    const admin = mock.client({ as: 'admin@acme.test' })
    const heard: LoggedRequest[] = []
    mock.onRequest(fail)
    mock.onRequest((request) => heard.push(request))
    await admin.users.me()
    await admin.users.me()
    expect(heard).toHaveLength(2)
    expect(print).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^rolecall: a listener of mock\.onRequest failed\..* req_\w+:$/),
      expect.objectContaining({ message: 'boom' }),
    )
  })

  test('that fails is printed without the controls of a request id', () => {
    const print = vi.spyOn(console, 'error').mockReturnValue()
    const mock = createMock()
    mock.onRequest(() => {
      throw new Error('boom')
    })
    const headers = { 'x-request-id': 'a\x9b2Jb' }
    const answer = mock.handle({ method: 'GET', path: '/v1/me', query: '', headers })
    expect(answer.headers['X-Request-Id']).toBe('a\x9b2Jb')
    expect(print.mock.calls[0]?.[0]).toMatch(/ a\\u009b2Jb:$/)
  })

  test.each([undefined, null, 'log', {}])('must be a function, not %o', (listener) => {
    const { mock } = start()
    const listen = () => Reflect.apply(mock.onRequest, undefined, [listener])
    expect(listen).toThrow(ConfigurationError)
    expect(listen).toThrow("mock.onRequest's listener must be a function")
  })
})
