import { inspect } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { createClient, type LogLevel } from '../../src/index.ts'
import { keepLog } from '../support/log.ts'
import { problemAnswer } from '../support/problem.ts'
import { type Responder, startServer } from '../support/recording-server.ts'
import { token, start } from './with-log.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** Without the durations. */
const plain = (lines: readonly string[]) => lines.map((line) => line.replace(/\d+ ms/, 'N ms'))

test('nothing is logged by default', async () => {
  const spies = (['error', 'warn', 'info', 'debug', 'log'] as const).map((level) =>
    vi.spyOn(console, level),
  )
  const { client } = await start({ logger: undefined })
  await client.users.me()
  for (const spy of spies) expect(spy).not.toHaveBeenCalled()
})

describe('the log level', () => {
  const fails: Responder = () => problemAnswer(503, 'internal_error')
  const rows: [LogLevel, string[]][] = [
    ['off', []],
    ['error', []],
    ['warn', ['warn: rolecall: users.me: ServerError, attempt 2 in N ms']],
    [
      'info',
      [
        'info: rolecall: users.me: 503 internal_error in N ms',
        'warn: rolecall: users.me: ServerError, attempt 2 in N ms',
        'info: rolecall: users.me: 503 internal_error in N ms',
      ],
    ],
  ]
  test.each(rows)('%s', async (logLevel, lines) => {
    const log = await start({ logLevel, retries: 1 }, fails)
    await log.client.users.me().catch(() => {})
    expect(plain(log.lines)).toEqual(lines)
  })

  test('debug logs all', async () => {
    const { client, lines, details, origin } = await start({ logLevel: 'debug' })
    await client.users.me()
    expect(plain(lines)).toEqual([
      `debug: rolecall: users.me: GET ${origin}/v1/me`,
      'info: rolecall: users.me: 200 in N ms',
      'debug: rolecall: users.me: 200',
    ])
    expect(details).toEqual([
      expect.objectContaining({ accept: 'application/json', authorization: '[redacted]' }),
      expect.objectContaining({ 'content-type': 'application/json' }),
    ])
  })

  test('comes from ROLECALL_LOG unless the option is set', async () => {
    vi.stubEnv('ROLECALL_LOG', 'info')
    const { client, lines } = await start()
    await client.users.me()
    expect(lines).toHaveLength(1)
    await client.withOptions({ logLevel: 'off' }).users.me()
    expect(lines).toHaveLength(1)
  })

  test('is warn for a logger without a level', async () => {
    const { client, lines } = await start({ retries: 1 }, fails)
    await client.users.me().catch(() => {})
    expect(lines).toHaveLength(1)
  })
})

test('without a logger, the console is used', async () => {
  const info = vi.spyOn(console, 'info').mockReturnValue()
  const { client } = await start({ logger: undefined, logLevel: 'info' })
  await client.users.me()
  expect(info).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/^rolecall: users\.me: 200 in \d+ ms$/),
  )
})

describe('a refused call is logged with its code', () => {
  test('and the rule of the policy that denies it', async () => {
    const { fetch, token } = createMock()
    const { logger, lines } = keepLog()
    const client = createClient({
      baseUrl: 'https://platform.example',
      token: token('lead@acme.test'),
      fetch,
      logger,
      logLevel: 'info',
    })
    await client.roles.create({ key: 'mine', permissions: [] }).catch(() => {})
    await client.roles.get('nobody').catch(() => {})
    await client.users.me()
    expect(plain(lines)).toEqual([
      'info: rolecall: roles.create: 403 permission_denied AD-04 in N ms',
      'info: rolecall: roles.get: 404 not_found in N ms',
      'info: rolecall: users.me: 200 in N ms',
    ])
  })

  test.each([
    ['the code of a proxy by the status', { code: 5 }, '403 permission_denied'],
    ['no rule of another shape', { decision: { rule: ['AD-04'] } }, '403 permission_denied'],
    ['a token masked', { decision: { rule: token } }, '403 permission_denied [token]'],
    ['a line break escaped', { decision: { rule: 'A\nB' } }, '403 permission_denied A\\u000aB'],
  ])('%s', async (_, more, text) => {
    const { client, lines } = await start({ logLevel: 'info' }, () => ({
      status: 403,
      headers: { 'content-type': 'application/problem+json' },
      json: { title: 'No', code: 'permission_denied', detail: 'No.', ...more },
    }))
    await client.users.me().catch(() => {})
    expect(plain(lines)).toEqual([`info: rolecall: users.me: ${text} in N ms`])
  })
})

test('an attempt without an answer is logged with the name of its error', async () => {
  const { client, lines } = await start({ logLevel: 'info', retries: 0 }, (_, response) => {
    response.destroy()
  })
  await client.users.me().catch(() => {})
  expect(plain(lines)).toEqual(['info: rolecall: users.me: ConnectionError in N ms'])
})

test('a logger whose promises reject breaks neither the call nor the program', async () => {
  const unhandled: unknown[] = []
  const keep = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', keep)
  const full = () => Promise.reject(new Error('disk full'))
  const logger = { error: full, warn: full, info: full, debug: full }
  const { client } = await start({ logger, logLevel: 'debug', hooks: { onRequest: full } })
  await expect(client.users.me()).resolves.toBeDefined()
  client.onWrite(full)
  await client.teams.create({ key: 'legal' })
  // Unhandled rejections are reported once the microtasks are done.
  await new Promise(setImmediate)
  process.off('unhandledRejection', keep)
  expect(unhandled).toEqual([])
})

test('a logger that throws breaks no call', async () => {
  const fail = () => {
    throw new Error('disk full')
  }
  const logger = { error: fail, warn: fail, info: fail, debug: fail }
  const { client } = await start({ logger, logLevel: 'debug' })
  expect(await client.users.me()).toEqual({})
})

describe('no secret is logged', () => {
  test('neither by its name, nor by its value, nor in a body', async () => {
    const { client, lines, details } = await start(
      {
        logLevel: 'debug',
        headers: { Cookie: 'session=crumbs', 'X-Api-Key': 'k-123', 'X-Copy': `copy of ${token}` },
      },
      () => ({
        headers: { 'set-cookie': 'session=crumbs', 'x-echo': token },
        json: { id: 'tok_1', value: 'a-new-secret' },
      }),
    )
    await client.tokens.create({ name: 'ci' })
    await client.users.get(token)
    const logged = inspect([lines, details], { depth: 9 })
    for (const secret of [token, 'crumbs', 'k-123', 'a-new-secret']) {
      expect(logged).not.toContain(secret)
    }
    expect(details).toContainEqual(
      expect.objectContaining({ cookie: '[redacted]', 'x-copy': '[redacted]' }),
    )
    expect(lines).toContainEqual(expect.stringContaining('/v1/users/[token]'))
  })

  test('and the request itself is unchanged', async () => {
    const { origin, requests } = await startServer()
    const client = createClient({
      baseUrl: origin,
      token,
      logger: keepLog().logger,
      logLevel: 'debug',
      headers: { 'X-Copy': token },
    })
    await client.users.me()
    expect(requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${token}`,
      'x-copy': token,
    })
  })
})
