import { inspect } from 'node:util'
import { createClient, PermissionDeniedError, RolecallError } from 'rolecall'
import { render } from 'rolecall/notebook'
import { describe, expect, test } from 'vitest'
import { printable } from '../../src/core/base/printable.ts'
import { keepLog } from '../support/log.ts'
import { type Answer, startServer } from '../support/recording-server.ts'

// Colours, a forged line, a C1 introducer, reversed text, an invisible character, half a character.
const nasty = 'a\u001b[31mb\r\nERROR c\u0000\u009b2J\u202edetceted\u2066\u200b\ufeff\u2028\ud800z'
const shown =
  'a\\u001b[31mb\\u000d\\u000aERROR c\\u0000\\u009b2J\\u202edetceted\\u2066\\u200b\\ufeff\\u2028\\ud800z'
const hidden = /[\p{Cc}\p{Cs}\u2028\u2029\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]/u

/** Whether a printed text has only its own lines and colours. */
const isPlain = (text: string) => !hidden.test(text.replaceAll('\n', ''))

const decision = {
  allowed: false,
  outcome: 'no',
  policy: nasty,
  action: nasty,
  rule: nasty,
  text: nasty,
  final: nasty,
  alternatives: [
    {
      missing: [{ requirement: { kind: nasty }, have: { [nasty]: nasty }, text: nasty }],
      calls: [{ operation: nasty, args: [nasty, { [nasty]: nasty }], by: [nasty] }],
    },
  ],
}

const problemOf = (status: number) => ({
  type: nasty,
  title: nasty,
  status,
  detail: nasty,
  instance: nasty,
  code: nasty,
  reason: nasty,
  errors: [{ pointer: nasty, message: nasty }],
  decision,
})

async function errorOf(answer: Answer): Promise<RolecallError> {
  const { origin } = await startServer(() => answer)
  const client = createClient({ baseUrl: origin, retries: 0 })
  const error: unknown = await client.roles.get('reviewer').catch((error: unknown) => error)
  if (error instanceof RolecallError) return error
  throw new Error('It is no error of the client')
}

test('hidden characters in a text are escaped, and joiners stay', () => {
  expect(printable(nasty)).toBe(shown)
  const joined = 'می‌خواهم क्‍ष 👩‍🔬 \\u001b'
  expect(printable(joined)).toBe(joined)
})

describe.each([400, 401, 403, 404, 409, 410, 412, 418, 422, 429, 500, 503])('a %i', (status) => {
  test('with control characters in a problem prints none, and keeps the problem', async () => {
    const error = await errorOf({ status, json: problemOf(status) })
    expect(error.message).toContain(shown)
    expect(error.message).toSatisfy((text: string) => !hidden.test(text))
    for (const text of [error.stack ?? '', inspect(error), String(error)]) {
      expect(text).toSatisfy(isPlain)
    }
    expect(error).toMatchObject({
      problem: problemOf(status),
      requestId: shown,
      code: expect.stringMatching(/^\w+$/),
    })
    if (error instanceof PermissionDeniedError) expect(error.explain()).toSatisfy(isPlain)
    const { 'text/html': html, 'text/plain': text } = render(error)
    expect(html).toSatisfy((html: string) => !hidden.test(html))
    expect(text).toSatisfy(isPlain)
  })

  test('with control characters in another body prints none', async () => {
    const error = await errorOf({ status, text: `<pre>${nasty}` })
    expect(error.message).toContain('<pre>a\\u001b[31mb ERROR c\\u0000\\u009b2J\\u202e')
    for (const text of [error.message, error.stack ?? '', inspect(error)]) {
      expect(text).toSatisfy(isPlain)
    }
  })
})

test('invalid JSON is not quoted by the cause', async () => {
  const error = await errorOf({ text: '\u001b[31mred' })
  expect(error.message).toContain('\\u001b[31mred')
  expect(inspect(error)).toSatisfy(isPlain)
})

test('neither the message of a fetch error nor a status text prints any', async () => {
  const message = await createClient({
    baseUrl: 'https://platform.example',
    retries: 0,
    fetch: () => Promise.reject(new Error(nasty)),
  })
    .users.me()
    .catch((error: unknown) => String(error))
  expect(message).toContain(shown)
  const answered = await createClient({
    baseUrl: 'https://platform.example',
    retries: 0,
    fetch: async () => new Response('{', { statusText: 'O\u009b2J' }),
  })
    .users.me()
    .catch((error: unknown) => String(error))
  expect(answered).toContain('200 O\\u009b2J')
})

test('the log escapes headers', async () => {
  const { logger, lines, details } = keepLog()
  const headers = { sunset: 'So\u009b2J', link: '<\u0085>' }
  const fetch = async () => Response.json({ id: 'usr_1' }, { headers })
  const baseUrl = 'https://platform.example'
  await createClient({ baseUrl, fetch, logger, logLevel: 'debug' }).users.me()
  expect(lines.join(' ')).toContain('ends on So\\u009b2J: see <\\u0085>')
  expect(JSON.stringify([lines, details])).toSatisfy((text: string) => !hidden.test(text))
})

test('a notebook escapes resources, lists and decisions', () => {
  const thing = { id: 'role_1', name: nasty, description: nasty, permissions: [nasty] }
  const page = { data: [thing, { [nasty]: 1 }], nextCursor: null }
  for (const value of [thing, page, [thing], { ...decision, name: 'Decision' }, nasty]) {
    const { 'text/html': html, 'text/plain': text } = render(value)
    expect(html).toContain(shown)
    expect(html).toSatisfy((html: string) => !hidden.test(html))
    expect(text).toSatisfy(isPlain)
  }
})
