import { expect, test } from 'vitest'
import { APIError, createClient } from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer } from '../support/recording-server.ts'

const date = 'Thu, 01 Jan 2026 00:00:00 GMT'

/** The error's reading of an answer with these headers. */
async function retryAfter(headers: Record<string, string>, status = 429) {
  const { origin } = await startServer(() => problemAnswer(status, 'rate_limited', {}, headers))
  const client = createClient({ baseUrl: origin, retries: 0 })
  const error = await client.users.me().catch((reason: unknown) => reason)
  if (!(error instanceof APIError)) throw new Error('It is no APIError')
  return error.retryAfter
}

test.each([
  ['3', 3_000],
  ['0', 0],
  ['1.5', 1_500],
  ['259200', 259_200_000],
  ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
  ['Thursday, 01-Jan-26 00:00:30 GMT', 30_000],
  ['Thu Jan  1 00:00:30 2026', 30_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
  ['1 apple', undefined],
  ['Thursday', undefined],
  ['', undefined],
])('Retry-After: %s is %s ms', async (value, ms) => {
  expect(await retryAfter({ date, 'retry-after': value })).toBe(ms)
})

test("a date is compared with the server's clock, where the answer has it", async () => {
  const inAMinute = new Date(Date.now() + 60_000).toUTCString()
  // The recording server sends a Date of its own by default.
  expect(await retryAfter({ date: 'no date', 'retry-after': inAMinute })).toBeGreaterThan(58_000)
  expect(await retryAfter({ date: inAMinute, 'retry-after': inAMinute })).toBe(0)
})

test.each<[string, Record<string, string>, number | undefined]>([
  ['of one limit', { ratelimit: '"default";r=0;t=30' }, 30_000],
  ['of the exhausted limit', { ratelimit: '"burst";r=0;t=5, "daily";r=12;t=3600' }, 5_000],
  ['of the longest exhausted one', { ratelimit: '"burst";r=0;t=5, "daily";r=0;t=3600' }, 3_600_000],
  ['in the form of an earlier draft', { ratelimit: 'limit=10, remaining=0, reset=7' }, 7_000],
  ['in a header of its own', { 'ratelimit-reset': '9' }, 9_000],
  ['in seconds', { 'x-ratelimit-reset': '11' }, 11_000],
  ['as a timestamp', { 'x-ratelimit-reset': `${Date.UTC(2026, 0, 1) / 1000 + 13}` }, 13_000],
  ['not understood', { ratelimit: 'soon', 'x-ratelimit-reset': 'later' }, undefined],
  ['later than Retry-After', { 'retry-after': '1', ratelimit: '"default";r=0;t=30' }, 1_000],
])('the rate limit is over: %s', async (_, headers, ms) => {
  expect(await retryAfter({ date, ...headers })).toBe(ms)
})

test('every error may say when to retry; rate limits count only for a 429', async () => {
  expect(await retryAfter({ 'retry-after': '2' }, 503)).toBe(2_000)
  expect(await retryAfter({ ratelimit: '"default";r=0;t=30' }, 503)).toBeUndefined()
})
