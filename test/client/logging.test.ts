import { inspect } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createCore } from 'rolecall/core'
import { usersClient } from 'rolecall/resources/users'
import { type ClientOptions, createClient, type LogLevel } from '../../src/index.ts'
import { keepLog } from '../support/log.ts'
import { problemAnswer } from '../support/problem.ts'
import { type Responder, startServer } from '../support/recording-server.ts'

const token = 'tok_very-secret'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function start(options: ClientOptions = {}, respond?: Responder) {
  const { origin } = await startServer(respond)
  const log = keepLog()
  const client = createClient({
    baseUrl: origin,
    token,
    logger: log.logger,
    random: () => 0,
    ...options,
  })
  return { client, origin, ...log }
}

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
        'info: rolecall: users.me: 503 in N ms',
        'warn: rolecall: users.me: ServerError, attempt 2 in N ms',
        'info: rolecall: users.me: 503 in N ms',
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

describe('a deprecated operation', () => {
  const deprecation = '@1767225600'
  const sunset = 'Wed, 01 Jul 2026 00:00:00 GMT'
  const link = '<https://platform.example/changes>; rel="deprecation"'
  test.each<[Record<string, string>, string]>([
    [{ deprecation }, ' since 2026-01-01'],
    [{ deprecation: 'true' }, ''],
    [{ sunset }, `, and ends on ${sunset}`],
    [{ deprecation, sunset, link }, ` since 2026-01-01, and ends on ${sunset}: see ${link}`],
  ])('%j is reported', async (headers, text) => {
    const { client, lines } = await start({}, () => ({ headers, json: {} }))
    await client.users.me()
    expect(lines).toEqual([`warn: rolecall: users.me is deprecated${text}`])
  })

  test('is reported once, by all clients derived from one', async () => {
    const { client, lines } = await start({}, () => ({ headers: { deprecation }, json: {} }))
    await client.users.me()
    await client.users.me()
    await client.withOptions({ timeout: 1_000 }).users.me()
    await client.users.get('a')
    expect(lines).toHaveLength(2)
  })

  test('is reported once a logger listens, though it was called before', async () => {
    const { client, lines } = await start({ logLevel: 'error' }, () => ({
      headers: { deprecation },
      json: {},
    }))
    await client.users.me()
    await client.withOptions({ logLevel: 'warn' }).users.me()
    expect(lines).toHaveLength(1)
  })

  test('is reported even if the call was refused', async () => {
    const { client, lines } = await start({}, () =>
      problemAnswer(404, 'not_found', {}, { deprecation }),
    )
    await client.users.me().catch(() => {})
    expect(lines).toHaveLength(1)
  })
})

describe('a token sent over http', () => {
  const fetch = async () => Response.json({})
  const text = 'rolecall: tokens go to http://platform.example unencrypted: use https'

  function warnings() {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    return () => warn.mock.calls.flat()
  }

  test.each([
    ['a text', token],
    ['a function', () => token],
  ])('as %s, to another machine, warns once, though nothing else is logged', async (_, given) => {
    const warned = warnings()
    const client = createClient({ baseUrl: 'http://platform.example', token: given, fetch })
    expect(warned()).toEqual([])
    await client.users.me()
    await client.withOptions({ timeout: 1_000 }).users.me()
    await client.can('roles.list').catch(() => {})
    expect(warned()).toEqual([text])
  })

  test('in a header of the call warns too', async () => {
    const warned = warnings()
    const client = createClient({ baseUrl: 'http://platform.example', fetch })
    await client.users.me()
    expect(warned()).toEqual([])
    await client.users.me({ headers: { Authorization: 'Basic bWU6bWU=' } })
    expect(warned()).toEqual([text])
  })

  test('by a single resource warns too', async () => {
    const warned = warnings()
    const users = usersClient(createCore({ baseUrl: 'http://platform.example', token, fetch }))
    await users.me()
    await users.me()
    expect(warned()).toEqual([text])
  })

  test.each([
    'https://platform.example',
    'http://localhost:4010',
    'http://app.localhost',
    'http://127.0.0.1:4010',
    'http://127.1.2.3',
    'http://[::1]:4010',
  ])('to %s does not warn', async (baseUrl) => {
    const warned = warnings()
    await createClient({ baseUrl, token, fetch }).users.me()
    expect(warned()).toEqual([])
  })

  test.each([
    'http://localhost.example',
    'http://127.0.0.1.example',
    'http://10.0.0.1',
    'http://[::2]',
  ])('to %s warns', async (baseUrl) => {
    const warned = warnings()
    await createClient({ baseUrl, token, fetch }).users.me()
    expect(warned()).toHaveLength(1)
  })

  test('warns through the logger, at the chosen level', async () => {
    const warned = warnings()
    const { logger, lines } = keepLog()
    const client = createClient({ baseUrl: 'http://platform.example', token, fetch })
    for (const logLevel of ['off', 'error'] as const) {
      await client.withOptions({ logger, logLevel }).users.me()
    }
    expect([warned(), lines]).toEqual([[], []])
    // It was not logged yet.
    await client.withOptions({ logger, logLevel: 'info' }).users.me()
    expect(lines).toContain(`warn: ${text}`)
    expect(warned()).toEqual([])
  })

  test('does not warn where the environment turns the log off', async () => {
    vi.stubEnv('ROLECALL_LOG', 'off')
    const warned = warnings()
    const client = createClient({ baseUrl: 'http://platform.example', token, fetch })
    await client.withOptions({ timeout: 1_000 }).users.me()
    expect(warned()).toEqual([])
  })
})
