import dns from 'node:dns'
import { ConnectionError, createClient, TokenProviderError } from 'rolecall'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { closedPort } from '../support/closed-port.ts'
import { failure, shownOf, token } from '../support/failure.ts'

/** Gives localhost both of its addresses, as on most machines. */
function stubLookup(): void {
  const both = [
    { address: '::1', family: 6 },
    { address: '127.0.0.1', family: 4 },
  ]
  vi.spyOn(dns, 'lookup').mockImplementation((...args: unknown[]) => {
    const answer = args.at(-1)
    if (typeof answer === 'function') process.nextTick(answer, null, both)
  })
}

afterEach(() => vi.restoreAllMocks())

test('an error about a mock that is not running names each refusing address', async () => {
  stubLookup()
  const baseUrl = `http://localhost:${await closedPort()}`
  const error: unknown = await createClient({ baseUrl, retries: 0 })
    .users.me()
    .catch((thrown: unknown) => thrown)
  if (!(error instanceof ConnectionError)) throw new Error('It is no ConnectionError')
  const { port } = new URL(baseUrl)
  expect(error.message).toMatch(
    new RegExp(
      `^users\\.me got no answer from ${baseUrl}: connect E\\w+ ::1:${port}.*, ` +
        `connect ECONNREFUSED 127\\.0\\.0\\.1:${port} \\(is the server running\\?\\)$`,
    ),
  )
  expect(error).toHaveProperty('cause.cause.errors.1.code', 'ECONNREFUSED')
})

describe.each<[string, (thrown: Error) => Promise<unknown>, string]>([
  [
    'fetch',
    (thrown) => failure({ fetch: () => Promise.reject(thrown) }),
    'https://platform.example: ',
  ],
  [
    'a token function',
    (thrown) => failure({ token: () => Promise.reject(thrown) }),
    'The token provider failed: ',
  ],
])('an AggregateError, thrown by %s', (_, fail, start) => {
  const causes: [string, Error, string][] = [
    ['without a message', new AggregateError([new Error('one'), new Error('two')]), 'one, two'],
    [
      'with a message',
      new AggregateError([new Error('one'), new Error('two')], 'All failed'),
      'All failed: one, two',
    ],
    ['with equal parts', new AggregateError([new Error('one'), new Error('one')]), 'one'],
    [
      'with causes',
      new AggregateError([new TypeError('fetch failed', { cause: new Error('one') })]),
      'one',
    ],
    ['with parts that are no errors', new AggregateError(['one', 2, undefined]), 'one, number'],
    [
      'without parts, with a code',
      Object.assign(new AggregateError([]), { code: 'ECONNRESET' }),
      'ECONNRESET',
    ],
    ['without parts and code', new AggregateError([]), 'AggregateError'],
  ]
  test.each(causes)('%s', async (__, thrown, reason) => {
    const error = await fail(thrown)
    expect(error).toHaveProperty('message', expect.stringContaining(`${start}${reason}`))
  })

  test('that contains itself many times is read once', async () => {
    const thrown = new AggregateError([])
    thrown.errors = Array.from({ length: 1_000 }, () => thrown)
    const error = await fail(thrown)
    expect(error).toBeInstanceOf(
      start === 'The token provider failed: ' ? TokenProviderError : ConnectionError,
    )
    expect(shownOf(error).length).toBeLessThan(2_000_000)
  })
})

test('a secret in one of several errors is masked', async () => {
  const error = await failure({
    fetch: () => Promise.reject(new AggregateError([new Error(`with ${token}`)])),
  })
  expect(error).toHaveProperty('message', expect.stringContaining(': with [token]'))
  expect(shownOf(error)).not.toContain(token)
})
