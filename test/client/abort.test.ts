import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AbortedError, type Client, type ClientOptions, createClient } from '../../src/index.ts'
import { startServer } from '../support/recording-server.ts'

afterEach(() => {
  vi.useRealTimers()
})

const baseUrl = 'https://platform.example'
const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length

type Fetch = NonNullable<ClientOptions['fetch']>

/** Ignores its signal and never answers. */
const deaf = () => new Promise<Response>(() => {})
/** Sends the first part of a body and never the rest; also ignores its signal. */
const halfABody = (cancelled: (reason: unknown) => void) =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"email"')),
      cancel: cancelled,
    }),
  )

/** Stages of a call at which its signal may end it. */
const phases: Record<string, (cancelled: (reason: unknown) => void) => Fetch> = {
  connecting: () => deaf,
  'reading an answer': (cancelled) => async () => halfABody(cancelled),
  'reading a refusal': (cancelled) => async () =>
    new Response(halfABody(cancelled).body, { status: 500 }),
  'waiting for a retry': () => async () =>
    new Response('', { status: 503, headers: { 'retry-after': '30' } }),
}

describe.each(Object.entries(phases))('while %s', (phase, fetchOf) => {
  test('a signal ends the call at once, and leaves no timer or listener', async () => {
    vi.useFakeTimers()
    const cancelled = vi.fn<(reason: unknown) => void>()
    const sent = vi.fn<Fetch>(fetchOf(cancelled))
    const controller = new AbortController()
    const { signal } = controller
    const client = createClient({ baseUrl, fetch: sent, totalTimeout: 90_000 })
    const call = client.users.me({ signal })
    const error = call.catch((reason: unknown) => reason)
    await vi.advanceTimersByTimeAsync(1)
    expect(vi.getTimerCount()).toBe(2)
    expect(listeners(signal)).toBe(1)

    const reason = new Error('The page was left')
    controller.abort(reason)
    expect(vi.getTimerCount()).toBe(0)
    expect(listeners(signal)).toBe(0)
    expect(await error).toBeInstanceOf(AbortedError)
    expect(await error).toMatchObject({
      message: 'users.me was ended by its signal',
      cause: reason,
      attempts: 1,
    })
    expect(sent).toHaveBeenCalledOnce()
    expect(sent.mock.calls[0]?.[0].signal.aborted).toBe(phase !== 'waiting for a retry')
    expect(cancelled).toHaveBeenCalledTimes(phase.startsWith('reading') ? 1 : 0)
  })

  test('totalTimeout ends the call as well', async () => {
    vi.useFakeTimers()
    const cancelled = vi.fn<(reason: unknown) => void>()
    const client = createClient({
      baseUrl,
      fetch: fetchOf(cancelled),
      totalTimeout: 30_001,
      retries: 0,
    })
    const error = client.users.me({ retries: 1 }).catch((reason: unknown) => reason)
    await vi.advanceTimersByTimeAsync(30_001)
    expect(await error).toHaveProperty('name', expect.stringMatching(/^(Timeout|Server)Error$/))
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('an abort before the request sends nothing', async () => {
  const { origin, requests } = await startServer()
  const reason = new Error('Never mind')
  const signal = AbortSignal.abort(reason)
  const error: unknown = await createClient({ baseUrl: origin })
    .users.me({ signal })
    .catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'AbortedError', cause: reason })
  expect(error).not.toHaveProperty('attempts')
  expect(requests).toEqual([])
})

test('an abort after the answer changes nothing', async () => {
  const controller = new AbortController()
  const { origin } = await startServer(() => ({ json: { email: 'a@acme.test' } }))
  const call = createClient({ baseUrl: origin }).users.me({ signal: controller.signal })
  await call
  controller.abort()
  expect(await call).toEqual({ email: 'a@acme.test' })
})

test("a caller's own AbortSignal.timeout does not count as a transient failure", async () => {
  let sent = 0
  const client = createClient({
    baseUrl,
    random: () => 0,
    fetch: (request) => {
      sent += 1
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason))
      })
    },
  })
  const error: unknown = await client.users
    .me({ signal: AbortSignal.timeout(5) })
    .catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(AbortedError)
  expect(error).toHaveProperty('cause', expect.any(DOMException))
  expect(error).toMatchObject({ cause: { name: 'TimeoutError' }, attempts: 1 })
  expect(sent).toBe(1)
})

test('a signal shared by many calls keeps no listener of any of them', async () => {
  const { signal } = new AbortController()
  const answers: (() => Promise<Response>)[] = [
    async () => Response.json({}),
    async () => new Response('', { status: 500 }),
    async () => new Response('<html>'),
    () => Promise.reject(new TypeError('fetch failed')),
    () => new Promise<Response>(() => {}),
  ]
  const calls = Array.from({ length: 25 }, (_, index) => {
    const fetch = answers[index % answers.length]
    return createClient({ baseUrl, fetch, random: () => 0, timeout: 20 })
  }).map((client: Client) => client.users.me({ signal }))
  const refused = createClient({ baseUrl }).users.get('..', { signal })
  await Promise.allSettled([...calls, refused])
  expect(listeners(signal)).toBe(0)
})

test('a token provider that aborts its own call, and fails later, leaves no unhandled rejection', async () => {
  const unhandled = vi.fn<(reason: unknown) => void>()
  process.on('unhandledRejection', unhandled)
  try {
    const given = Promise.withResolvers<string>()
    const controller = new AbortController()
    const client = createClient({
      baseUrl,
      fetch: deaf,
      token: () => {
        controller.abort()
        return given.promise
      },
    })
    await expect(client.users.me({ signal: controller.signal })).rejects.toThrow(AbortedError)
    given.reject(new Error('The session is over'))
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
    expect(unhandled).not.toHaveBeenCalled()
  } finally {
    process.off('unhandledRejection', unhandled)
  }
})
