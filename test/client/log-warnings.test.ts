import { afterEach, describe, expect, test, vi } from 'vitest'
import { createCore } from 'rolecall/core'
import { usersClient } from 'rolecall/resources/users'
import { createClient } from '../../src/index.ts'
import { keepLog } from '../support/log.ts'
import { problemAnswer } from '../support/problem.ts'
import { token, start } from './with-log.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
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
